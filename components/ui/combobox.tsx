"use client";
import { Check, ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "react-aria-components/Button";
import { ComboBox, Input, ListBox, ListBoxItem, Popover, Text } from "react-aria-components/ComboBox";
import type { FieldProps } from "./field";
import { FieldLabel } from "./field-label";
import { FieldMessage } from "./field-message";
import { firstOf, useField } from "./form-context";
import { optionStyles, popoverStyles } from "./overlay-styles";

export type ComboboxOption = { value: string; label: string; detail?: string };

export type ComboboxProps = Omit<FieldProps, "hideLabel"> & {
  options: readonly ComboboxOption[];
  defaultValue?: string;
  onChange?: (value: string | null) => void;
};

/** One of many, found by typing; posts the option's value. */
export function Combobox({ options, defaultValue, onChange, ...props }: ComboboxProps) {
  const { name, label, help, required } = props;
  const t = useTranslations("ui");
  const field = useField(name, { help, required, words: { label, options } });
  return (
    <ComboBox
      name={name}
      defaultItems={options}
      defaultSelectedKey={firstOf(field.submitted, defaultValue)}
      onSelectionChange={(key) => onChange?.(key === null ? null : String(key))}
      isInvalid={field.error !== null}
      validationBehavior="aria"
      menuTrigger="focus"
      aria-label={label}
      className="min-w-0"
    >
      <FieldLabel htmlFor={field.id} required={required}>
        {label}
      </FieldLabel>
      <div className="relative">
        <Input {...field.aria} id={field.id} className="control pr-9" />
        <Button
          aria-label={t("showOptions")}
          className="absolute inset-y-0 right-0 flex w-9 items-center justify-center rounded-md text-muted hover:text-text"
        >
          <ChevronDown aria-hidden className="size-4" />
        </Button>
      </div>
      <FieldMessage id={field.messageId} error={field.error} help={help} />
      <Popover className={popoverStyles}>
        <ListBox<ComboboxOption> renderEmptyState={() => <p className="px-2 py-1.5 text-muted">{t("noMatches")}</p>}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={optionStyles()}>
              {({ isSelected }) => (
                <>
                  <span className="min-w-0 flex-1">
                    <Text slot="label">{option.label}</Text>
                    {option.detail && (
                      <Text slot="description" className="block text-muted text-sm">
                        {option.detail}
                      </Text>
                    )}
                  </span>
                  {isSelected && <Check aria-hidden />}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
