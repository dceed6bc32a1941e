"use client";
import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { registerAction } from "@/lib/features/training/registrations/actions";

type RegisterFormProps = { eventId: string; clients: { id: string; name: string }[]; full: boolean };

/** One press for a client who is signed in; only who belongs to several clients is asked for which one. */
export function RegisterForm({ eventId, clients, full }: RegisterFormProps) {
  const t = useTranslations("training");
  const [only] = clients;
  return (
    <Form action={registerAction}>
      <input type="hidden" name="eventId" value={eventId} />
      {clients.length > 1 ? (
        <SelectField
          name="clientId"
          label={t("registerFor")}
          defaultValue={only?.id}
          options={clients.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <input type="hidden" name="clientId" value={only?.id ?? ""} />
      )}
      <FormActions>
        <SubmitButton>{t(full ? "joinWaiting" : "register")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
