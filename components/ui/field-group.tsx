import type { ReactNode } from "react";

type FieldGroupProps = { legend: string; help?: ReactNode; children: ReactNode };

/** Fields that answer one question together, such as an address. */
export function FieldGroup({ legend, help, children }: FieldGroupProps) {
  return (
    <fieldset className="min-w-0 [fieldset~&]:mt-3 border-border [fieldset~&]:border-t [fieldset~&]:pt-4">
      <legend className="float-left mb-1 w-full font-semibold text-lg">{legend}</legend>
      {help && <p className="clear-both mb-3 text-muted text-sm">{help}</p>}
      <div className="clear-both grid grid-cols-[minmax(0,1fr)] gap-y-1 pt-1">{children}</div>
    </fieldset>
  );
}
