"use client";
import { lazy, Suspense } from "react";
import { FieldWaiting } from "./field-waiting";
import type { NumberPartsProps } from "./number-parts";

// It reads and writes numbers of every country; the page is there before it.
const NumberParts = lazy(async () => ({ default: (await import("./number-parts")).NumberParts }));

/** A number in the reader's notation; posts it plain ("1234.5"). */
export function NumberField(props: NumberPartsProps) {
  const { name, label, required, defaultValue } = props;
  return (
    <Suspense fallback={<FieldWaiting {...{ name, label, required }} defaultValue={defaultValue?.toString()} />}>
      <NumberParts {...props} />
    </Suspense>
  );
}
