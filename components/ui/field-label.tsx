import type { ReactNode } from "react";

type FieldLabelProps = { htmlFor?: string; id?: string; children: ReactNode; required?: boolean; hidden?: boolean };

/** A field's name. The star stays outside, so that the accessible name equals the visible words. */
export function FieldLabel({ htmlFor, id, children, required, hidden }: FieldLabelProps) {
  return (
    <span className={hidden ? "sr-only" : "mb-1 flex gap-0.5 font-medium text-sm"}>
      <label id={id} htmlFor={htmlFor}>
        {children}
      </label>
      {required && (
        <span aria-hidden className="text-danger">
          *
        </span>
      )}
    </span>
  );
}
