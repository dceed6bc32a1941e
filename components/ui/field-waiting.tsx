"use client";
import { FieldLabel } from "./field-label";
import { firstOf, useField } from "./form-context";

type FieldWaitingProps = { label: string; required?: boolean; defaultValue?: string; name?: string };

/**
 * The place of a field whose parts are still on their way, as high as the field will be. It already posts the field's
 * value: whoever saves before the parts have come loses nothing.
 */
export function FieldWaiting({ name, label, required, defaultValue }: FieldWaitingProps) {
  const { submitted } = useField(name ?? "", { required });
  return (
    <div aria-busy className="min-w-0">
      <FieldLabel required={required}>{label}</FieldLabel>
      <div className="control" />
      <div className="min-h-[1.3125rem] pt-1" />
      {name && <input type="hidden" name={name} value={firstOf(submitted, defaultValue) ?? ""} />}
    </div>
  );
}
