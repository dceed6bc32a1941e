"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { ContactRecord } from "@/lib/features/contacts/record/schema";
import type { ServerAction } from "@/lib/platform/action-state";

export type ContactEmailActions = { removeEmail: ServerAction; addOther: ServerAction; removeOther: ServerAction };

type ContactEmailsCardProps = {
  contact: Pick<ContactRecord, "id" | "name" | "email" | "otherEmails" | "version">;
  mayEdit: boolean;
  actions: ContactEmailActions;
};

/** The addresses of a contact: the first one, which mail goes to and can be taken off, and further ones. */
export function ContactEmailsCard({ contact, mayEdit, actions }: ContactEmailsCardProps) {
  const t = useTranslations("contacts.record");
  const id = <input type="hidden" name="contactId" value={contact.id} />;
  const removeMain = (
    <ConfirmDialog
      title={t("removeEmailTitle", { name: contact.name })}
      trigger={
        <Button size="sm" variant="ghost">
          {t("removeEmail")}
        </Button>
      }
      action={actions.removeEmail}
      confirmLabel={t("removeEmail")}
    >
      {id}
      <input type="hidden" name="version" value={contact.version} />
      {t("removeEmailBody", { email: contact.email ?? "" })}
    </ConfirmDialog>
  );
  return (
    <Card title={t("emails")}>
      <p className="mb-2 text-muted text-sm">{t("otherEmailsHelp")}</p>
      <ul className="grid gap-1">
        <li className="flex min-h-8 flex-wrap items-center gap-2">
          <span className="font-medium [overflow-wrap:anywhere]">{contact.email ?? t("noEmail")}</span>
          {mayEdit && contact.email && removeMain}
        </li>
        {contact.otherEmails.map((email) => (
          <li key={email} className="flex min-h-8 flex-wrap items-center gap-2">
            <span className="[overflow-wrap:anywhere]">{email}</span>
            {mayEdit && (
              <Form action={actions.removeOther} className="contents">
                {id}
                <input type="hidden" name="email" value={email} />
                <SubmitButton size="sm" variant="ghost" aria-label={t("removeOther", { email })}>
                  {t("remove")}
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {mayEdit && (
        <Form reset action={actions.addOther} className="mt-3 flex flex-wrap items-end gap-2">
          {id}
          <div className="min-w-0 flex-[1_1_14rem]">
            <TextField name="email" type="email" label={t("newEmail")} autoComplete="off" />
          </div>
          <div className="pb-[1.3125rem]">
            <SubmitButton variant="secondary">{t("addEmail")}</SubmitButton>
          </div>
        </Form>
      )}
    </Card>
  );
}
