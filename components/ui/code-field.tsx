"use client";
import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./field";
import { useField } from "./form-context";

type CodeFieldProps = FieldProps & Omit<ComponentProps<"input">, "name"> & { length?: number };

/** A code from a mail or an authenticator: phones offer it, pasting works, and it is never refilled. */
export function CodeField({ name, label, help, required, hideLabel, length = 6, ...input }: CodeFieldProps) {
  const field = useField(name, { help, required, words: { label } });
  return (
    <Field field={field} label={label} help={help} required={required} hideLabel={hideLabel}>
      <input
        inputMode="numeric"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        {...input}
        {...field.aria}
        id={field.id}
        name={name}
        // Room for the blanks and dashes that people paste along.
        maxLength={length + 6}
        className="control max-w-56 text-lg tabular-nums tracking-[0.3em]"
      />
    </Field>
  );
}
