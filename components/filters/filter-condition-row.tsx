"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { SelectField } from "@/components/ui/select-field";
import { newCondition, withOperator, withValue } from "@/lib/features/filters/editor/rules";
import type { DraftCondition, EditableField } from "@/lib/features/filters/editor/schema";
import { FilterValueControl } from "./filter-value-control";

type FilterConditionRowProps = {
  condition: DraftCondition;
  number: number;
  fields: readonly EditableField[];
  problem: boolean;
  onChange: (condition: DraftCondition) => void;
  onRemove: () => void;
};

/** One condition: what, how, and the value. */
export function FilterConditionRow({
  condition,
  number,
  fields,
  problem,
  onChange,
  onRemove,
}: FilterConditionRowProps) {
  const t = useTranslations("saved-filters");
  const field = fields.find((each) => each.key === condition.field) ?? fields[0];
  if (!field) return null;
  function chooseField(key: string) {
    const next = fields.find((each) => each.key === key);
    if (next) onChange(newCondition(next, condition.id));
  }
  function chooseOperator(text: string) {
    const next = field?.operators.find((each) => each.value === text);
    if (next) onChange(withOperator(condition, next.value));
  }
  return (
    <fieldset className="relative min-w-0 rounded-md border border-border p-3 pr-11">
      <legend className="sr-only">{t("condition", { number })}</legend>
      <div className="grid gap-x-3 gap-y-1 md:grid-cols-3">
        <SelectField
          name={`${condition.id}-field`}
          label={t("field")}
          value={field.key}
          onChange={(event) => chooseField(event.target.value)}
          options={fields.map(({ key, label }) => ({ value: key, label }))}
        />
        <SelectField
          name={`${condition.id}-operator`}
          label={t("operator")}
          value={condition.operator}
          onChange={(event) => chooseOperator(event.target.value)}
          options={field.operators}
        />
        <div key={`${field.key}-${condition.operator}`} className="min-w-0">
          <FilterValueControl
            condition={condition}
            field={field}
            onChange={(value) => onChange(withValue(condition, value))}
          />
        </div>
      </div>
      {problem && (
        <p role="alert" className="font-medium text-danger text-sm">
          {t("valueMissing")}
        </p>
      )}
      <div className="absolute top-2 right-2">
        <IconButton small label={t("removeCondition", { number })} icon={<X />} onPress={onRemove} />
      </div>
    </fieldset>
  );
}
