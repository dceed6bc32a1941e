"use client";
import type { ComponentProps, ReactNode } from "react";
import { Field, type FieldProps } from "./field";
import { firstOf, useField } from "./form-context";

type TextFieldProps = FieldProps & Omit<ComponentProps<"input">, "name" | "prefix"> & { prefix?: ReactNode };

/** One line of text. Its error and what was typed come from the surrounding form by `name`. */
export function TextField({ prefix, defaultValue, ...props }: TextFieldProps) {
  const { name, label, help, required, hideLabel, ...input } = props;
  const field = useField(name, { help, required, words: { label } });
  const offered = defaultValue === undefined ? undefined : String(defaultValue);
  return (
    <Field field={field} label={label} help={help} required={required} hideLabel={hideLabel}>
      <div className="relative">
        {prefix && (
          <span className="pointer-events-none absolute inset-y-0 left-2.5 flex items-center text-muted [&_svg]:size-4">
            {prefix}
          </span>
        )}
        <input
          type="text"
          {...input}
          {...field.aria}
          id={field.id}
          name={name}
          defaultValue={input.value === undefined ? firstOf(field.submitted, offered) : undefined}
          className={prefix ? "control pl-8" : "control"}
        />
      </div>
    </Field>
  );
}
