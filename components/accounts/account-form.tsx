"use client";
import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { ComboboxField } from "@/components/ui/combobox-field";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { ACCOUNT_ROLES } from "@/lib/features/accounts/team/copy";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type AccountFormProps = { action: ServerAction; practitioners: readonly { id: string; name: string }[] };

/** A colleague's account; the password is theirs to choose. */
export function AccountForm({ action, practitioners }: AccountFormProps) {
  const t = useTranslations("accounts");
  return (
    <Form action={action} guard>
      <FieldRow>
        <TextField name="firstName" label={t("fields.firstName")} autoComplete="off" required />
        <TextField name="lastName" label={t("fields.lastName")} autoComplete="off" required />
      </FieldRow>
      <TextField name="email" label={t("fields.email")} type="email" autoComplete="off" required />
      <RadioGroup
        name="role"
        label={t("fields.role")}
        defaultValue="STAFF"
        options={ACCOUNT_ROLES.map((role) => ({
          value: role,
          label: t(`roles.${role}`),
          help: t(`rolesHelp.${role}`),
        }))}
      />
      <ComboboxField
        name="practitionerId"
        label={t("fields.practitioner")}
        help={t("fields.practitionerHelp")}
        options={practitioners.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Checkbox name="welcome" help={t("fields.welcomeHelp")} defaultChecked>
        {t("fields.welcome")}
      </Checkbox>
      <FormActions>
        <SubmitButton>{t("create")}</SubmitButton>
        <LinkButton href={paths.staff.admin.accounts} variant="ghost">
          {t("cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
