import { FieldLabel } from "./field-label";

/** The place of a field whose parts are still on their way, as high as the field will be. */
export function FieldWaiting({ label, required }: { label: string; required?: boolean }) {
  return (
    <div aria-busy className="min-w-0">
      <FieldLabel required={required}>{label}</FieldLabel>
      <div className="control" />
      <div className="min-h-[1.3125rem] pt-1" />
    </div>
  );
}
