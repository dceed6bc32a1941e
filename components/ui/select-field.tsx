"use client";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./field";
import { firstOf, useField } from "./form-context";

export type SelectOption = { value: string; label: string; disabled?: boolean };
export type SelectGroup = { label: string; options: readonly SelectOption[] };

type SelectFieldProps = FieldProps &
  Omit<ComponentProps<"select">, "name"> & { options: readonly (SelectOption | SelectGroup)[]; placeholder?: string };

const choicesIn = (option: SelectOption | SelectGroup) => ("options" in option ? option.options : [option]);

function choice(option: SelectOption | SelectGroup) {
  if ("options" in option) {
    return (
      <optgroup key={option.label} label={option.label}>
        {option.options.map(choice)}
      </optgroup>
    );
  }
  return (
    <option key={option.value} value={option.value} disabled={option.disabled}>
      {option.label}
    </option>
  );
}

/** One of a few. The browser's own list: phones show their wheel, and it works before scripts have loaded. */
export function SelectField(props: SelectFieldProps) {
  const { name, label, help, required, hideLabel, options, placeholder, defaultValue, ...select } = props;
  const field = useField(name, { help, required, words: { label, options: options.flatMap(choicesIn) } });
  const offered = defaultValue === undefined ? undefined : String(defaultValue);
  return (
    <Field field={field} label={label} help={help} required={required} hideLabel={hideLabel}>
      <div className="relative">
        <select
          {...select}
          {...field.aria}
          id={field.id}
          name={name}
          defaultValue={select.value === undefined ? firstOf(field.submitted, offered) : undefined}
          className="control appearance-none truncate pr-8"
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map(choice)}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute inset-y-0 right-2.5 my-auto size-4 text-muted"
        />
      </div>
    </Field>
  );
}
