"use client";
import type { ReactNode } from "react";
import { type Choice, ChoiceList } from "./choice-list";

type RadioGroupProps = {
  name: string;
  label: string;
  options: readonly Choice[];
  defaultValue?: string;
  help?: ReactNode;
  required?: boolean;
};

/** Exactly one of a few, all visible. */
export function RadioGroup({ name, label, options, defaultValue, help, required }: RadioGroupProps) {
  const chosen = defaultValue === undefined ? [] : [defaultValue];
  return (
    <ChoiceList type="radio" name={name} label={label} options={options} chosen={chosen} frame={{ help, required }} />
  );
}
