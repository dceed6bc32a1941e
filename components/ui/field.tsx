"use client";
import type { ReactNode } from "react";
import { FieldLabel } from "./field-label";
import { FieldMessage } from "./field-message";

export type FieldProps = {
  name: string;
  label: string;
  help?: ReactNode;
  required?: boolean;
  hideLabel?: boolean;
};

type FieldFrameProps = Omit<FieldProps, "name"> & {
  field: { id: string; messageId: string; error: string | null };
  children: ReactNode;
};

/** Label above, control, reserved message line below: the shape of every field. */
export function Field({ field, label, help, required, hideLabel, children }: FieldFrameProps) {
  return (
    <div className="min-w-0">
      <FieldLabel htmlFor={field.id} required={required} hidden={hideLabel}>
        {label}
      </FieldLabel>
      {children}
      <FieldMessage id={field.messageId} error={field.error} help={help} />
    </div>
  );
}
