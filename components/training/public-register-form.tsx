"use client";
import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { FormActions } from "@/components/ui/form-actions";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { registerPublicAction } from "@/lib/features/training/registrations/actions";

/** For people who are no clients: a name and where the confirmation goes. */
export function PublicRegisterForm({ eventId, full }: { eventId: string; full: boolean }) {
  const t = useTranslations("training");
  return (
    <Form action={registerPublicAction}>
      <input type="hidden" name="eventId" value={eventId} />
      <TextField name="name" label={t("publicName")} autoComplete="name" required />
      <TextField
        name="email"
        type="email"
        label={t("publicEmail")}
        help={t("publicEmailHelp")}
        autoComplete="email"
        required
      />
      <FormActions>
        <SubmitButton>{t(full ? "joinWaiting" : "register")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
