"use client";
import { lazy, Suspense } from "react";
import type { ComboboxProps } from "./combobox";
import { FieldWaiting } from "./field-waiting";

// A list that can be searched is heavy; the page is there before it.
const Combobox = lazy(async () => ({ default: (await import("./combobox")).Combobox }));

/** One of many, found by typing; posts the option's value. */
export function ComboboxField(props: ComboboxProps) {
  const waiting = { name: props.name, label: props.label, required: props.required, defaultValue: props.defaultValue };
  return (
    <Suspense fallback={<FieldWaiting {...waiting} />}>
      <Combobox {...props} />
    </Suspense>
  );
}
