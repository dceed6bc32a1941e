import { Star } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import type { ClientContact, ClientRecord } from "@/lib/features/clients/record/schema";
import { paths } from "@/lib/paths";
import { displayPhone } from "@/lib/values/phone";

const SHOWN = 5;

/** The people of a client, the primary contact with a star. */
export function ClientContactsCard({ client }: { client: ClientRecord }) {
  const t = useTranslations("clients");
  const all = (
    <LinkButton size="sm" variant="ghost" href={paths.staff.clientContacts(client.id)}>
      {t("allContacts")}
    </LinkButton>
  );
  return (
    <Card title={t("contactsTitle")} actions={all}>
      {client.contacts.length === 0 && <p className="text-muted">{t("noContacts")}</p>}
      <ul className="grid gap-3">
        {client.contacts.slice(0, SHOWN).map((contact) => (
          <ContactLine key={contact.id} contact={contact} />
        ))}
      </ul>
    </Card>
  );
}

function ContactLine({ contact }: { contact: ClientContact }) {
  const t = useTranslations("clients");
  const badges = [contact.isOwner && t("owner"), contact.isGuardian && t("guardian")].filter(
    (badge) => badge !== false,
  );
  return (
    <li className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
        {contact.isPrimary && (
          <>
            <Star aria-hidden className="size-4 shrink-0 fill-current text-accent" />
            <span className="sr-only">{t("primary")}</span>
          </>
        )}
        <TextLink quiet href={paths.staff.contact(contact.id)}>
          <span className="[overflow-wrap:anywhere]">{contact.name}</span>
        </TextLink>
        {badges.map((badge) => (
          <Badge key={badge}>{badge}</Badge>
        ))}
      </p>
      {contact.title && !badges.includes(contact.title) && <p className="text-muted text-sm">{contact.title}</p>}
      {contact.email && <p className="text-muted text-sm [overflow-wrap:anywhere]">{contact.email}</p>}
      {contact.phone && <p className="text-muted text-sm">{displayPhone(contact.phone)}</p>}
    </li>
  );
}
