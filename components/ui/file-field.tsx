"use client";
import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./field";
import { useField } from "./form-context";

type FileFieldProps = FieldProps & Omit<ComponentProps<"input">, "name" | "type">;

/** A file from the person's device; the browser's own control, which also takes drops and works before scripts. */
export function FileField({ name, label, help, required, hideLabel, ...input }: FileFieldProps) {
  const field = useField(name, { help, required, words: { label } });
  return (
    <Field field={field} label={label} help={help} required={required} hideLabel={hideLabel}>
      <input
        {...input}
        {...field.aria}
        id={field.id}
        name={name}
        type="file"
        className="control border-dashed py-2 file:mr-3 file:cursor-pointer file:rounded-md file:border file:border-strong file:border-solid file:bg-surface file:px-2.5 file:py-1 file:font-medium file:text-sm file:text-text hover:file:bg-hover"
      />
    </Field>
  );
}
