"use client";
import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./field";
import { firstOf, useField } from "./form-context";

type TextAreaProps = FieldProps & Omit<ComponentProps<"textarea">, "name">;

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({ defaultValue, rows = 4, ...props }: TextAreaProps) {
  const { name, label, help, required, hideLabel, ...input } = props;
  const field = useField(name, { help, required, words: { label } });
  const offered = defaultValue === undefined ? undefined : String(defaultValue);
  return (
    <Field field={field} label={label} help={help} required={required} hideLabel={hideLabel}>
      <textarea
        {...input}
        {...field.aria}
        id={field.id}
        name={name}
        rows={rows}
        defaultValue={input.value === undefined ? firstOf(field.submitted, offered) : undefined}
        className="control field-sizing-content block max-h-96 min-h-20 py-2"
        style={{ minHeight: `calc(${rows} * 1.4em + 1rem)` }}
      />
    </Field>
  );
}
