"use client";
import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { FieldRow } from "@/components/ui/field-row";
import { FileField } from "@/components/ui/file-field";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { recordPaperSignatureAction } from "@/lib/features/agreements/paper/actions";

type PaperSignatureFormProps = {
  clientId: string;
  contacts: { id: string; name: string }[];
  versions: { id: string; number: number; title: string }[];
  today: string;
};

/** Records an agreement that was signed by hand. */
export function PaperSignatureForm({ clientId, contacts, versions, today }: PaperSignatureFormProps) {
  const t = useTranslations("agreements.staff");
  return (
    <Form action={recordPaperSignatureAction} reset>
      <input type="hidden" name="clientId" value={clientId} />
      <TextField name="signerName" label={t("paperSigner")} autoComplete="off" required />
      <FieldRow>
        <SelectField
          name="contactId"
          label={t("paperContact")}
          placeholder={t("paperContactNone")}
          options={contacts.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField name="signedOn" label={t("paperDate")} defaultValue={today} max={today} required />
      </FieldRow>
      <SelectField
        name="versionId"
        label={t("paperVersion")}
        placeholder={t("paperVersionNone")}
        defaultValue={versions[0]?.id}
        options={versions.map(({ id, ...version }) => ({ value: id, label: t("paperVersionOption", version) }))}
      />
      <FileField name="scan" label={t("paperScan")} help={t("paperScanHelp")} accept=".pdf,.png,.jpg,.jpeg" />
      <FormActions>
        <SubmitButton>{t("record")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
