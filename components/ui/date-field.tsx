"use client";
import { lazy, Suspense } from "react";
import type { DatePickerFieldProps } from "./date-picker";
import { FieldWaiting } from "./field-waiting";

// The calendar is the heaviest of all controls; the page is there before it.
const DatePickerField = lazy(async () => ({ default: (await import("./date-picker")).DatePickerField }));

/** A day, typed part by part or picked from a month; posts "YYYY-MM-DD". */
export function DateField(props: DatePickerFieldProps) {
  const waiting = { name: props.name, label: props.label, required: props.required, defaultValue: props.defaultValue };
  return (
    <Suspense fallback={<FieldWaiting {...waiting} />}>
      <DatePickerField {...props} />
    </Suspense>
  );
}
