import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { FieldRow } from "@/components/ui/field-row";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { PAYMENT_METHODS } from "@/lib/features/billing/schema";
import type { ServerAction } from "@/lib/platform/action-state";

type PaymentFormProps = {
  clientId: string;
  /** New with every showing of the page, so that one filled-in form is one payment. */
  idempotencyKey: string;
  today: string;
  action: ServerAction;
};

/** Records what a client paid. */
export function PaymentForm({ clientId, idempotencyKey, today, action }: PaymentFormProps) {
  const t = useTranslations("billing");
  const methods = PAYMENT_METHODS.map((method) => ({ value: method, label: t(`methods.${method}`) }));
  return (
    <Form action={action} reset>
      <input type="hidden" name="clientId" value={clientId} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <FieldRow>
        <TextField name="amount" label={t("amount")} help={t("amountHelp")} inputMode="decimal" required />
        <DateField name="receivedOn" label={t("receivedOn")} defaultValue={today} max={today} required />
      </FieldRow>
      <FieldRow>
        <SelectField name="method" label={t("method")} options={methods} required />
        <TextField name="reference" label={t("reference")} help={t("referenceHelp")} maxLength={120} />
      </FieldRow>
      <FormActions>
        <SubmitButton>{t("record")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
