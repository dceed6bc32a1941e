"use client";
import { parseTime, type Time } from "@internationalized/date";
import { useState } from "react";
import { TimeField as AriaTimeField, DateInput, DateSegment } from "react-aria-components/TimeField";
import { AriaLabel } from "./aria-label";
import { SEGMENT } from "./date-segment";
import type { FieldProps } from "./field";
import { FieldMessage } from "./field-message";
import { firstOf, useField } from "./form-context";

export type TimePartsProps = Omit<FieldProps, "hideLabel"> & { defaultValue?: string };

function timeOf(text: string | undefined): Time | null {
  return text && /^([01]\d|2[0-3]):[0-5]\d/u.test(text) ? parseTime(text.slice(0, 5)) : null;
}

/** A time of day in local wall time; posts "HH:mm". */
export function TimeParts({ name, label, help, required, defaultValue }: TimePartsProps) {
  const field = useField(name, { help, required, words: { label } });
  const [value, setValue] = useState(() => timeOf(firstOf(field.submitted, defaultValue)));
  return (
    <AriaTimeField<Time>
      id={field.id}
      value={value}
      onChange={setValue}
      isInvalid={field.error !== null}
      isRequired={required}
      validationBehavior="aria"
      aria-describedby={field.aria["aria-describedby"]}
      className="min-w-0"
    >
      <AriaLabel required={required}>{label}</AriaLabel>
      <DateInput className="control flex items-center">
        {(segment) => <DateSegment segment={segment} className={SEGMENT} />}
      </DateInput>
      {/* Ours, because the field's own would post seconds. */}
      <input type="hidden" name={name} value={value?.toString().slice(0, 5) ?? ""} />
      <FieldMessage id={field.messageId} error={field.error} help={help} />
    </AriaTimeField>
  );
}
