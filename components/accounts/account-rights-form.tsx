import { useTranslations } from "next-intl";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { LinkButton } from "@/components/ui/link-button";
import { RadioGroup } from "@/components/ui/radio-group";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { AccountRights } from "@/lib/features/accounts/rights/schema";
import { ACCOUNT_ROLES } from "@/lib/features/accounts/team/copy";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type AccountRightsFormProps = { account: AccountRights; values: Record<string, string>; action: ServerAction };

const choicesOf = (named: readonly { id: string; name: string }[]) =>
  named.map(({ id, name }) => ({ value: id, label: name }));

/** With which address somebody signs in, and what they may do then. */
export function AccountRightsForm({ account, values, action }: AccountRightsFormProps) {
  const t = useTranslations("accounts");
  const { groups, centers } = account.choices;
  return (
    <Form action={action} guard>
      <input type="hidden" name="accountId" value={account.id} />
      <TextField
        name="email"
        type="email"
        label={t("fields.email")}
        help={t("rights.emailHelp")}
        defaultValue={account.email}
        autoComplete="off"
        required
      />
      {account.own ? (
        <input type="hidden" name="role" value={account.role} />
      ) : (
        <RadioGroup
          name="role"
          label={t("fields.role")}
          defaultValue={account.role}
          options={ACCOUNT_ROLES.map((role) => ({
            value: role,
            label: t(`roles.${role}`),
            help: t(`rolesHelp.${role}`),
          }))}
        />
      )}
      <CheckboxGroup
        name="groupIds[]"
        label={t("rights.groups")}
        help={groups.length > 0 ? t("rights.groupsHelp") : t("rights.noGroups")}
        defaultValue={account.groupIds}
        options={choicesOf(groups)}
      />
      <CheckboxGroup
        name="centerIds[]"
        label={t("rights.centers", values)}
        help={t("rights.centersHelp", values)}
        defaultValue={account.centerIds}
        options={choicesOf(centers)}
      />
      <FormActions sticky>
        <SubmitButton>{t("rights.save")}</SubmitButton>
        <LinkButton href={paths.staff.admin.account(account.id)} variant="ghost">
          {t("cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
