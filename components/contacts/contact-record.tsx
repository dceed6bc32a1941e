import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { StaffNotesForm } from "@/components/clients/staff-notes-form";
import { RecordMarks } from "@/components/pins/record-marks";
import { PortalLoginCard } from "@/components/portal-logins/portal-login-card";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { RecordLayout } from "@/components/ui/record-layout";
import { TextLink } from "@/components/ui/text-link";
import type { StaffNote } from "@/lib/features/clients/notes/schema";
import type { ContactRecord } from "@/lib/features/contacts/record/schema";
import { customText } from "@/lib/features/custom-fields/copy";
import type { RecordMarks as Marks } from "@/lib/features/pins/schema";
import type { PortalLoginItem } from "@/lib/features/portal-logins/copy";
import type { ServerAction } from "@/lib/platform/action-state";
import { displayPhone } from "@/lib/values/phone";
import { ContactClientsCard } from "./contact-clients-card";
import { type ContactEmailActions, ContactEmailsCard } from "./contact-emails-card";
import { ContactShell } from "./contact-shell";
import type { RelationshipServerActions } from "./relationship-actions";

type ContactRecordProps = {
  contact: ContactRecord;
  values: Record<string, string>;
  can: { edit: boolean; makeGuardian: boolean };
  actions: ContactEmailActions & RelationshipServerActions & { note: ServerAction; portal: PortalActions };
  /** What hangs on the person; null where who looks may not know. */
  parts: { login: PortalLoginItem | null; note: StaffNote | null; marks: Marks & { zone: string } };
};

type PortalActions = ComponentProps<typeof PortalLoginCard>["actions"];

/** A person: data, what they are to which client, and the way into the portal. */
export function ContactRecordView({ contact, values, can, actions, parts }: ContactRecordProps) {
  const t = useTranslations("contacts");
  const own = useTranslations("custom-fields");
  const ownWords = { locale: "en", yes: own("yes"), no: own("no") } as const;
  const items = [
    { term: t("form.firstName"), value: contact.firstName },
    { term: t("form.lastName"), value: contact.lastName },
    {
      term: t("form.email"),
      value: contact.email && <TextLink href={`mailto:${contact.email}`}>{contact.email}</TextLink>,
    },
    {
      term: t("form.phone"),
      value: contact.phone && <TextLink href={`tel:${contact.phone}`}>{displayPhone(contact.phone)}</TextLink>,
    },
    { term: t("form.language"), value: t(`form.languages.${contact.language === "es" ? "es" : "en"}`) },
    ...contact.custom.map((field) => ({ key: field.id, term: field.label, value: customText(field, ownWords) })),
  ];
  const notes = useTranslations("clients.notes");
  const { login, note, marks } = parts;
  const aside = (
    <>
      {login && <PortalLoginCard login={login} actions={actions.portal} />}
      {note && (
        <Card title={notes("title")}>
          <StaffNotesForm
            note={note}
            subject={{ kind: "contact", id: contact.id }}
            help={notes("help", values)}
            action={actions.note}
          />
        </Card>
      )}
    </>
  );
  return (
    <ContactShell contact={contact} mayEdit={can.edit}>
      <RecordMarks
        subject={{ kind: "contact", id: contact.id }}
        marks={marks}
        zone={marks.zone}
        mayPin={note !== null}
      />
      <RecordLayout aside={aside}>
        <Card title={t("record.facts")}>
          <DefinitionList items={items} />
        </Card>
        <ContactClientsCard contact={contact} values={values} can={can} actions={actions} />
        <ContactEmailsCard contact={contact} mayEdit={can.edit} actions={actions} />
      </RecordLayout>
    </ContactShell>
  );
}
