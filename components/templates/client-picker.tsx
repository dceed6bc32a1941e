"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ComboBox, Input, ListBox, ListBoxItem, Popover, Text } from "react-aria-components/ComboBox";
import { FieldLabel } from "@/components/ui/field-label";
import { optionStyles, popoverStyles } from "@/components/ui/overlay-styles";
import { useClientSuggestions } from "./use-client-suggestions";

type ClientPickerProps = { label: string; help: string; address: string; onChange: (clientId: string | null) => void };

/** Finds one client while a name or a number is typed. */
export function ClientPicker({ label, help, address, onChange }: ClientPickerProps) {
  const t = useTranslations("ui");
  const [typed, setTyped] = useState("");
  const found = useClientSuggestions(address, typed);
  return (
    <ComboBox
      aria-label={label}
      items={found}
      inputValue={typed}
      onInputChange={setTyped}
      onSelectionChange={(key) => onChange(key === null ? null : String(key))}
      defaultFilter={() => true}
      allowsEmptyCollection
      className="mb-3 min-w-0"
    >
      <FieldLabel>{label}</FieldLabel>
      {/* It stands in the letter's form, which Enter must not send. */}
      <Input className="control" onKeyDown={(event) => event.key === "Enter" && event.preventDefault()} />
      <Text slot="description" className="block pt-1 text-muted text-sm">
        {help}
      </Text>
      <Popover className={popoverStyles}>
        <ListBox<(typeof found)[number]>
          renderEmptyState={() => <p className="px-2 py-1.5 text-muted">{t("noMatches")}</p>}
        >
          {(client) => (
            <ListBoxItem id={client.id} textValue={client.label} className={optionStyles()}>
              <span className="min-w-0">
                <Text slot="label">{client.label}</Text>
                <Text slot="description" className="block text-muted text-sm">
                  {client.detail}
                </Text>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
