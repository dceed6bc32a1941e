"use client";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ImportDraft } from "@/lib/features/imports/drafts/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { ImportColumnFields } from "./import-column-fields";

type ImportColumnsFormProps = {
  draft: ImportDraft;
  /** The fields a column can be read as, in groups, in words. */
  fields: { label: string; options: { value: string; label: string }[] }[];
  terms: Record<string, string>;
  action: ServerAction<unknown>;
};

/** What each column of the file means, and what is to be done where the file says nothing. */
export function ImportColumnsForm({ draft, fields, terms, action }: ImportColumnsFormProps) {
  const t = useTranslations("imports.columns");
  const { operationId, kind, columns, questions, choices } = draft;
  return (
    <Form action={action} className="grid grid-cols-[minmax(0,1fr)] gap-y-4">
      <input type="hidden" name="operationId" value={operationId} />
      <input type="hidden" name="kind" value={kind} />
      <Card title={t("title")} padded={false}>
        <ul className="divide-y divide-border">
          {columns.map((column) => (
            <ImportColumnFields
              key={column.index}
              column={column}
              question={questions.find((question) => question.column === column.index) ?? null}
              fields={fields}
            />
          ))}
        </ul>
      </Card>
      {kind === "clients" && (
        <Card title={t("defaults")}>
          <div className="grid max-w-2xl gap-x-4 sm:grid-cols-2">
            <SelectField
              name="centerId"
              label={t("center", terms)}
              help={t("centerHelp", terms)}
              options={draft.centers}
              placeholder={t("none")}
              defaultValue={choices.centerId ?? draft.centers[0]?.value}
            />
            <SelectField
              name="statusId"
              label={t("status")}
              help={t("statusHelp", terms)}
              options={draft.statuses}
              defaultValue={choices.statusId ?? draft.statuses[0]?.value}
            />
          </div>
        </Card>
      )}
      <FormActions sticky>
        <SubmitButton>{t("preview")}</SubmitButton>
        <span className="text-muted text-sm">{t("nothingYet")}</span>
      </FormActions>
    </Form>
  );
}
