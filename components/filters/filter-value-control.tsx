"use client";
import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/text-field";
import { shapeOf } from "@/lib/features/filters/editor/rules";
import type { DraftCondition, EditableField } from "@/lib/features/filters/editor/schema";
import type { FilterValue } from "@/lib/features/filters/schema";
import { FilterChoices } from "./filter-choices";
import { FilterPeriod } from "./filter-period";

type FilterValueProps = {
  condition: DraftCondition;
  field: EditableField;
  onChange: (value: FilterValue | undefined) => void;
};

const numberOf = (text: string) => (text.trim() === "" || Number.isNaN(Number(text)) ? undefined : Number(text));

/** The control for the value of one condition, by what its operator takes. */
export function FilterValueControl({ condition, field, onChange }: FilterValueProps) {
  const t = useTranslations("saved-filters");
  const { id, operator, value } = condition;
  const shape = shapeOf(operator);
  if (shape === "none") return null;
  if (shape === "period") return <FilterPeriod name={id} value={value} onChange={onChange} />;
  if (shape === "choices") {
    return <FilterChoices name={id} options={field.options} value={value} onChange={onChange} />;
  }
  if (shape === "day") {
    const day = typeof value === "string" ? value : undefined;
    return (
      <DateField name={id} label={t("value")} defaultValue={day} onChange={(next) => onChange(next ?? undefined)} />
    );
  }
  if (shape === "range") return <FilterRange name={id} value={value} onChange={onChange} />;
  const isNumber = shape === "number";
  return (
    <TextField
      name={id}
      label={t("value")}
      inputMode={isNumber ? "decimal" : undefined}
      defaultValue={typeof value === "string" || typeof value === "number" ? value : ""}
      onChange={({ target }) => onChange(isNumber ? numberOf(target.value) : target.value || undefined)}
    />
  );
}

type FilterRangeProps = {
  name: string;
  value: FilterValue | undefined;
  onChange: (value: FilterValue | undefined) => void;
};

function FilterRange({ name, value, onChange }: FilterRangeProps) {
  const t = useTranslations("saved-filters");
  const range = typeof value === "object" && "min" in value ? value : { min: 0, max: 0 };
  return (
    <div className="grid grid-cols-2 gap-2">
      {(["min", "max"] as const).map((end) => (
        <TextField
          key={end}
          name={`${name}-${end}`}
          label={t(end === "min" ? "least" : "most")}
          inputMode="decimal"
          defaultValue={range[end]}
          onChange={({ target }) => onChange({ ...range, [end]: numberOf(target.value) ?? 0 })}
        />
      ))}
    </div>
  );
}
