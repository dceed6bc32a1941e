"use client";
import { lazy, Suspense } from "react";
import { FieldWaiting } from "./field-waiting";
import type { TimePartsProps } from "./time-parts";

// Shares the weight of dates; the page is there before it.
const TimeParts = lazy(async () => ({ default: (await import("./time-parts")).TimeParts }));

/** A time of day in local wall time; posts "HH:mm". */
export function TimeField(props: TimePartsProps) {
  const waiting = { name: props.name, label: props.label, required: props.required, defaultValue: props.defaultValue };
  return (
    <Suspense fallback={<FieldWaiting {...waiting} />}>
      <TimeParts {...props} />
    </Suspense>
  );
}
