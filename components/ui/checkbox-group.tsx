"use client";
import type { ReactNode } from "react";
import { type Choice, ChoiceList } from "./choice-list";

type CheckboxGroupProps = {
  name: string;
  label: string;
  options: readonly Choice[];
  defaultValue?: readonly string[];
  help?: ReactNode;
  inline?: boolean;
};

/** Any of several; give it a name that ends in "[]", so that the server reads a list. */
export function CheckboxGroup({ name, label, options, defaultValue = [], help, inline }: CheckboxGroupProps) {
  return (
    <ChoiceList
      type="checkbox"
      name={name}
      label={label}
      options={options}
      chosen={defaultValue}
      frame={{ help, inline }}
    />
  );
}
