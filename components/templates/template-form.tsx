"use client";
import { useTranslations } from "next-intl";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { RecordLayout } from "@/components/ui/record-layout";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { Letter } from "@/lib/features/templates/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { LOCALES } from "@/lib/values/locale";
import { DraftPreviewCard, type DraftTools } from "./draft-preview-card";
import { LetterFields } from "./letter-fields";
import type { VariableChoice } from "./variable-choice";

export type TemplateDraft = Letter & {
  id: string | null;
  name: string;
  recordType: string;
  language: string;
  version: number;
};

type TemplateFormProps = {
  action: ServerAction<unknown>;
  template: TemplateDraft;
  variables: readonly VariableChoice[];
  tools: DraftTools;
};

/** Writes a template of one's own, with the letter as somebody would get it beside it. */
export function TemplateForm({ action, template, variables, tools }: TemplateFormProps) {
  const t = useTranslations("templates");
  return (
    <Form action={action} guard className="block">
      {template.id && <input type="hidden" name="templateId" value={template.id} />}
      <input type="hidden" name="version" value={template.version} />
      <input type="hidden" name="recordType" value={template.recordType} />
      <RecordLayout aside={<DraftPreviewCard purpose={template.recordType} tools={tools} />}>
        <div>
          <FieldRow>
            <TextField
              name="name"
              label={t("fields.name")}
              help={t("fields.nameHelp")}
              defaultValue={template.name}
              maxLength={120}
              required
            />
            <SelectField
              name="language"
              label={t("fields.language")}
              defaultValue={template.language}
              options={LOCALES.map((value) => ({ value, label: t(`language.${value}`) }))}
            />
          </FieldRow>
          <LetterFields letter={template} variables={variables} />
          <FormActions sticky>
            <SubmitButton>{template.id ? t("save") : t("addSave")}</SubmitButton>
          </FormActions>
        </div>
      </RecordLayout>
    </Form>
  );
}
