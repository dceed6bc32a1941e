"use client";
import { Label } from "react-aria-components/Label";

type AriaLabelProps = { children: string; required?: boolean };

/** The name of a field that consists of several parts, tied to them by the field around it. */
export function AriaLabel({ children, required }: AriaLabelProps) {
  return (
    <span className="mb-1 flex gap-0.5 font-medium text-sm">
      <Label>{children}</Label>
      {required && (
        <span aria-hidden className="text-danger">
          *
        </span>
      )}
    </span>
  );
}
