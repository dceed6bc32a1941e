import { useTranslations } from "next-intl";
import { FieldGroup } from "@/components/ui/field-group";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { AdministrativeContact, Audience } from "@/lib/features/mailings/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type RecipientsFormProps = {
  mailing: { id: string; audience: Audience; administrativeContact: AdministrativeContact | null };
  action: ServerAction<unknown>;
  /** The renameable words. */
  words: Record<string, string>;
  /** Whether the letter says anything of practitioners or of an administrative contact. */
  namesSomebody: boolean;
};

/** Who of each client gets the letter, and whom it names (S2-23, S2-54, S2-55). */
export function RecipientsForm({ mailing, action, words, namesSomebody }: RecipientsFormProps) {
  const t = useTranslations("mailings.recipients");
  const { administrativeContact } = mailing;
  return (
    <Form action={action}>
      <input type="hidden" name="mailingId" value={mailing.id} />
      <RadioGroup
        name="audience"
        label={t("audience")}
        defaultValue={mailing.audience}
        options={[
          { value: "primary", label: t("primary", words), help: t("primaryHelp") },
          { value: "all", label: t("all", words), help: t("allHelp") },
        ]}
      />
      {namesSomebody && (
        <>
          <RadioGroup
            name="practitioner"
            label={t("practitioner", words)}
            defaultValue={administrativeContact?.for ?? "own"}
            options={[
              { value: "own", label: t("own", words) },
              { value: "missing", label: t("missing", words) },
              { value: "everyone", label: t("everyone") },
            ]}
          />
          <FieldGroup legend={t("contact")} help={t("contactHelp")}>
            <TextField name="contactName" label={t("contactName")} defaultValue={administrativeContact?.name} />
            <FieldRow>
              <TextField
                name="contactEmail"
                type="email"
                label={t("contactEmail")}
                defaultValue={administrativeContact?.email}
              />
              <TextField
                name="contactPhone"
                type="tel"
                label={t("contactPhone")}
                defaultValue={administrativeContact?.phone ?? undefined}
              />
            </FieldRow>
          </FieldGroup>
        </>
      )}
      <FormActions>
        <SubmitButton>{t("continue")}</SubmitButton>
        <LinkButton href={paths.staff.mailingLetter(mailing.id)} variant="ghost">
          {t("back")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
