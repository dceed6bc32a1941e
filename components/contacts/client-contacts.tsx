import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { RecordLayout } from "@/components/ui/record-layout";
import { TextLink } from "@/components/ui/text-link";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import type { LinkableContact } from "@/lib/features/contacts/record/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { displayPhone } from "@/lib/values/phone";
import { LinkContactCard } from "./link-contact-card";
import { NewContactCard } from "./new-contact-card";
import { RelationshipActions, type RelationshipServerActions } from "./relationship-actions";
import { RelationshipBadges } from "./relationship-badges";

type ClientContactsProps = {
  client: ClientRecord;
  /** People found for linking; null while nobody was looked for. */
  found: { text: string; people: LinkableContact[] } | null;
  can: { edit: boolean; makeGuardian: boolean };
  actions: RelationshipServerActions & { create: ServerAction; link: ServerAction };
};

/** The people of a client: who they are to it, and two ways to add one. */
export function ClientContacts({ client, found, can, actions }: ClientContactsProps) {
  const t = useTranslations("contacts.ofClient");
  const aside = can.edit && (
    <>
      <NewContactCard clientId={client.id} action={actions.create} />
      <LinkContactCard clientId={client.id} found={found} action={actions.link} />
    </>
  );
  return (
    <RecordLayout aside={aside}>
      <Card title={t("title")}>
        {client.contacts.length === 0 && <p className="text-muted">{t("none")}</p>}
        <ul className="divide-y divide-border">
          {client.contacts.map((contact) => (
            <li key={contact.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
              <div className="min-w-0 flex-[1_1_14rem]">
                <TextLink href={paths.staff.contact(contact.id)}>
                  <span className="[overflow-wrap:anywhere]">{contact.name}</span>
                </TextLink>
                {contact.title && <span className="text-muted"> · {contact.title}</span>}
                <p className="text-muted text-sm [overflow-wrap:anywhere]">
                  {[contact.email, contact.phone && displayPhone(contact.phone)].filter(Boolean).join(" · ")}
                </p>
                <RelationshipBadges marks={contact} />
              </div>
              {can.edit && (
                <RelationshipActions
                  relationship={{ ...contact, id: contact.relationshipId }}
                  names={{ contact: contact.name, client: client.name }}
                  mayMakeGuardian={can.makeGuardian}
                  actions={actions}
                />
              )}
            </li>
          ))}
        </ul>
      </Card>
    </RecordLayout>
  );
}
