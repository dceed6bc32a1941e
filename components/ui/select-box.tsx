import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";

export type SelectOption = { value: string; label: string; disabled?: boolean };
export type SelectGroup = { label: string; options: readonly SelectOption[] };

type SelectBoxProps = ComponentProps<"select"> & {
  options: readonly (SelectOption | SelectGroup)[];
  placeholder?: string;
};

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

/** The browser's own list in the house's frame: phones show their wheel, and it works before scripts have loaded. */
export function SelectBox({ options, placeholder, ...select }: SelectBoxProps) {
  return (
    <div className="relative min-w-0">
      <select {...select} className="control appearance-none truncate pr-8">
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(choice)}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute inset-y-0 right-2.5 my-auto size-4 text-muted" />
    </div>
  );
}
