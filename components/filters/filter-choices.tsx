"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { LabelledChoice } from "@/lib/features/filters/editor/schema";
import type { FilterValue } from "@/lib/features/filters/schema";

type FilterChoicesProps = {
  name: string;
  options: readonly LabelledChoice[];
  value: FilterValue | undefined;
  onChange: (value: string[]) => void;
};

/** Any of the values a field has, ticked; many of them scroll. */
export function FilterChoices({ name, options, value, onChange }: FilterChoicesProps) {
  const t = useTranslations("saved-filters");
  const id = useId();
  const chosen = Array.isArray(value) ? value : [];
  function toggle(option: string, ticked: boolean) {
    onChange(options.map((each) => each.value).filter((each) => (each === option ? ticked : chosen.includes(each))));
  }
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium text-sm">{t("values")}</legend>
      <div className="max-h-44 overflow-y-auto rounded-md border border-strong bg-surface px-2.5 py-1">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-7 items-center gap-2">
            <input
              type="checkbox"
              name={name}
              id={`${id}-${option.value}`}
              value={option.value}
              checked={chosen.includes(option.value)}
              onChange={(event) => toggle(option.value, event.target.checked)}
              className="tick"
            />
            <span className="min-w-0 break-words">{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
