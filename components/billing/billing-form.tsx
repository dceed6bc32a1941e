import { useTranslations } from "next-intl";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { RadioGroup } from "@/components/ui/radio-group";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import { BILLING_CYCLES, BILLING_METHODS, type BillingSetup, PAYMENT_TERMS } from "@/lib/features/billing/setup/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";

type BillingFormProps = {
  clientId: string;
  setup: BillingSetup;
  /** The organization's words. */
  values: Record<string, string>;
  action: ServerAction;
};

/** When, how and to whom a client's invoices go. */
export function BillingForm({ clientId, setup, values, action }: BillingFormProps) {
  const t = useTranslations("billing.setup");
  const terms = [...new Set([...PAYMENT_TERMS, setup.termsDays])].sort((a, b) => a - b);
  const people = setup.contacts.map(({ id, name, email, isPayable }) => ({
    value: id,
    label: name,
    help: [email ?? t("noAddress"), isPayable && t("payable")].filter(Boolean).join(" · "),
  }));
  const chosen = setup.contacts.filter(({ gets }) => gets).map(({ id }) => id);
  return (
    <Form action={action} guard>
      <input type="hidden" name="clientId" value={clientId} />
      <input type="hidden" name="version" value={setup.version} />
      <FieldRow>
        <SelectField
          name="cycle"
          label={t("cycle")}
          placeholder={t("choose")}
          options={BILLING_CYCLES.map((value) => ({ value, label: t(`cycles.${value}`, values) }))}
          defaultValue={setup.cycle ?? ""}
          required
        />
        <SelectField
          name="termsDays"
          label={t("terms")}
          help={t("termsHelp")}
          options={terms.map((days) => ({
            value: String(days),
            label: days === 0 ? t("onReceipt") : t("days", { days }),
          }))}
          defaultValue={String(setup.termsDays)}
        />
      </FieldRow>
      <RadioGroup
        name="method"
        label={t("method")}
        options={BILLING_METHODS.map((value) => ({ value, label: t(`methods.${value}`) }))}
        defaultValue={setup.method ?? "EMAIL"}
        required
      />
      {people.length > 0 ? (
        <CheckboxGroup
          name="recipientIds[]"
          label={t("recipients")}
          help={t("recipientsHelp")}
          options={people}
          defaultValue={chosen}
        />
      ) : (
        <p className="mb-4 text-muted">
          {t("noContacts")} <TextLink href={paths.staff.clientContacts(clientId)}>{t("addContact")}</TextLink>
        </p>
      )}
      <FormActions>
        <SubmitButton>{t("save")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
