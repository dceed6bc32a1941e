"use client";
import { type DateValue, parseDate } from "@internationalized/date";
import { CalendarDays, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useContext } from "react";
import { Button } from "react-aria-components/Button";
import {
  DateInput,
  DatePicker,
  DatePickerStateContext,
  DateSegment,
  Group,
  Popover,
} from "react-aria-components/DatePicker";
import { Dialog } from "react-aria-components/Dialog";
import { AriaLabel } from "./aria-label";
import { SEGMENT } from "./date-segment";
import type { FieldProps } from "./field";
import { FieldMessage } from "./field-message";
import { firstOf, useField } from "./form-context";
import { MonthGrid } from "./month-grid";
import { popoverStyles } from "./overlay-styles";

export type DatePickerFieldProps = Omit<FieldProps, "hideLabel"> & {
  /** Local dates as "YYYY-MM-DD". */
  defaultValue?: string;
  min?: string;
  max?: string;
  onChange?: (value: string | null) => void;
};

function dayOf(text: string | undefined): DateValue | undefined {
  return text && /^\d{4}-\d\d-\d\d$/u.test(text) ? parseDate(text) : undefined;
}

/** A day, typed part by part or picked from a month; posts "YYYY-MM-DD". */
export function DatePickerField({ defaultValue, min, max, onChange, ...props }: DatePickerFieldProps) {
  const { name, label, help, required } = props;
  const t = useTranslations("ui");
  const field = useField(name, { help, required, words: { label } });
  return (
    <DatePicker
      name={name}
      id={field.id}
      defaultValue={dayOf(firstOf(field.submitted, defaultValue))}
      minValue={dayOf(min)}
      maxValue={dayOf(max)}
      onChange={(value) => onChange?.(value?.toString() ?? null)}
      isInvalid={field.error !== null}
      isRequired={required}
      validationBehavior="aria"
      aria-describedby={field.aria["aria-describedby"]}
      className="min-w-0"
    >
      <AriaLabel required={required}>{label}</AriaLabel>
      <Group className="control flex items-center pr-0">
        <DateInput className="flex min-w-0 flex-1 items-center overflow-clip">
          {(segment) => <DateSegment segment={segment} className={SEGMENT} />}
        </DateInput>
        {!required && <ClearButton label={t("clearDate")} />}
        <Button
          aria-label={t("chooseDate")}
          className="flex h-[calc(var(--control-h)-2px)] w-9 shrink-0 items-center justify-center rounded-md text-muted hover:text-text"
        >
          <CalendarDays aria-hidden className="size-4" />
        </Button>
      </Group>
      <FieldMessage id={field.messageId} error={field.error} help={help} />
      <Popover className={`${popoverStyles} max-h-none p-3`}>
        <Dialog className="outline-none" aria-label={t("chooseDate")}>
          <MonthGrid />
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

/** Takes a day away that was chosen; only there while one is. */
function ClearButton({ label }: { label: string }) {
  const state = useContext(DatePickerStateContext);
  if (!state?.value) return null;
  return (
    <button
      type="button"
      aria-label={label}
      onClick={() => state.setValue(null)}
      className="flex h-[calc(var(--control-h)-2px)] w-8 shrink-0 items-center justify-center rounded-md text-muted hover:text-text"
    >
      <X aria-hidden className="size-4" />
    </button>
  );
}
