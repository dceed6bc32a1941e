"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import type { DraftColumn, ImportDraft } from "@/lib/features/imports/drafts/schema";

type ImportColumnFieldsProps = {
  column: DraftColumn;
  question: ImportDraft["questions"][number] | null;
  fields: { label: string; options: { value: string; label: string }[] }[];
};

/** One column: its header, what stands in it, and what it is read as. */
export function ImportColumnFields({ column, question, fields }: ImportColumnFieldsProps) {
  const t = useTranslations("imports.columns");
  const { index, header, samples, filled, field } = column;
  return (
    <li className="grid gap-x-6 px-4 pt-3 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
      <div className="min-w-0 pb-2">
        <p className="break-words font-medium">{header}</p>
        <p className="line-clamp-2 break-words text-muted text-sm">
          {samples.length > 0 ? samples.map((sample) => `“${sample.slice(0, 60)}”`).join("  ") : t("empty")}
        </p>
        {samples.length > 0 && <p className="text-muted text-xs tabular-nums">{t("filled", { count: filled })}</p>}
      </div>
      <div className="min-w-0">
        <SelectField
          name={`mapping.${index}`}
          label={t("field", { header })}
          hideLabel
          options={fields}
          placeholder={t("leaveOut")}
          defaultValue={field ?? ""}
        />
        {question && (
          <SelectField
            name={`dateOrders.${index}`}
            label={t("dateOrder", { example: question.examples[0] ?? "" })}
            options={[
              { value: "month_first", label: t("monthFirst") },
              { value: "day_first", label: t("dayFirst") },
            ]}
            placeholder={t("choose")}
            defaultValue={question.answer ?? ""}
          />
        )}
      </div>
    </li>
  );
}
