import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { ContactRecord } from "@/lib/features/contacts/record/schema";
import { paths } from "@/lib/paths";
import { RelationshipActions, type RelationshipServerActions } from "./relationship-actions";
import { RelationshipBadges } from "./relationship-badges";

type ContactClientsCardProps = {
  contact: ContactRecord;
  values: Record<string, string>;
  can: { edit: boolean; makeGuardian: boolean };
  actions: RelationshipServerActions;
};

/** The clients a person belongs to, and as what. */
export function ContactClientsCard({ contact, values, can, actions }: ContactClientsCardProps) {
  const t = useTranslations("contacts.record");
  return (
    <Card title={t("clients", values)}>
      {contact.relationships.length === 0 && <p className="text-muted">{t("noClients", values)}</p>}
      <ul className="divide-y divide-border">
        {contact.relationships.map((relationship) => (
          <li key={relationship.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
            <div className="min-w-0 flex-[1_1_14rem]">
              <TextLink href={paths.staff.client(relationship.clientId)}>
                <span className="[overflow-wrap:anywhere]">{relationship.clientName}</span>
              </TextLink>{" "}
              <span className="text-muted text-sm">{relationship.clientNumber}</span>
              {relationship.title && <p className="text-muted text-sm">{relationship.title}</p>}
              <RelationshipBadges marks={relationship} />
            </div>
            {can.edit && (
              <RelationshipActions
                relationship={relationship}
                names={{ contact: contact.name, client: relationship.clientName }}
                mayMakeGuardian={can.makeGuardian}
                actions={actions}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
