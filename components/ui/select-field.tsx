"use client";
import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./field";
import { firstOf, useField } from "./form-context";
import { SelectBox, type SelectGroup, type SelectOption } from "./select-box";

type SelectFieldProps = FieldProps &
  Omit<ComponentProps<"select">, "name"> & { options: readonly (SelectOption | SelectGroup)[]; placeholder?: string };

const choicesIn = (option: SelectOption | SelectGroup) => ("options" in option ? option.options : [option]);

/** One of a few. */
export function SelectField(props: SelectFieldProps) {
  const { name, label, help, required, hideLabel, defaultValue, ...select } = props;
  const words = { label, options: select.options.flatMap(choicesIn) };
  const field = useField(name, { help, required, words });
  const offered = defaultValue === undefined ? undefined : String(defaultValue);
  return (
    <Field field={field} label={label} help={help} required={required} hideLabel={hideLabel}>
      <SelectBox
        {...select}
        {...field.aria}
        id={field.id}
        name={name}
        defaultValue={select.value === undefined ? firstOf(field.submitted, offered) : undefined}
      />
    </Field>
  );
}
