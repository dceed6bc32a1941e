"use client";
import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SignaturePad } from "@/components/ui/signature-pad";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { signAgreementAction } from "@/lib/features/agreements/actions";

type SignAgreementFormProps = {
  client: { id: string; name: string };
  version: { id: string; textSha256: string };
  signerName: string;
};

/**
 * Stands at the end of the text. Its first box is the end of reading; it carries the fingerprint of the text above, so
 * that it comes loose when the text changes.
 */
export function SignAgreementForm({ client, version, signerName }: SignAgreementFormProps) {
  const t = useTranslations("agreements");
  return (
    <Form action={signAgreementAction} className="grid max-w-prose grid-cols-[minmax(0,1fr)] gap-y-2">
      <input type="hidden" name="clientId" value={client.id} />
      <input type="hidden" name="versionId" value={version.id} />
      <Checkbox key={version.textSha256} name="readText" value={version.textSha256} required>
        {t("readToEnd")}
      </Checkbox>
      <TextField
        name="signerName"
        label={t("yourName")}
        help={t("yourNameHelp", { name: signerName })}
        autoComplete="name"
        required
      />
      <SignaturePad name="drawing" label={t("draw")} />
      <Checkbox name="consent" required>
        {t("consent", { client: client.name })}
      </Checkbox>
      <FormActions>
        <SubmitButton>{t("sign")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
