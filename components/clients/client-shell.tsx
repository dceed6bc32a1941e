import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { PageHeader } from "@/components/ui/page-header";
import { Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import { termValues } from "@/lib/features/clients/copy";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import { sessionBlocker } from "@/lib/features/clients/rules";
import type { Terminology } from "@/lib/features/settings/schema";
import { paths } from "@/lib/paths";
import { ClientKindBadge } from "./client-kind-badge";
import { ClientStatusChip } from "./client-status-chip";
import { ColourBadge } from "./colour-badge";

type ClientShellProps = {
  client: ClientRecord;
  terms: Terminology;
  can: { edit: boolean; mail: boolean };
  /** Further entries of More, of other parts of the product. */
  more?: readonly MenuEntry[];
  children: ReactNode;
};

/** The head that all pages of one client share: who it is, what can be done, and the way between its pages. */
export function ClientShell({ client, terms, can, more = [], children }: ClientShellProps) {
  const t = useTranslations("clients");
  const values = termValues(terms);
  const practitioner = client.practitioners.find((each) => each.isPrimary);
  const blocked = sessionBlocker(client.status);
  const disabledReason = blocked ? t("blockedSession", { ...values, status: client.status.name }) : undefined;
  const items: MenuEntry[] = [
    ...(can.mail ? [{ id: "email", label: t("email"), href: `${paths.staff.mailings}/new?client=${client.id}` }] : []),
    { id: "edit", label: t("edit"), href: paths.staff.editClient(client.id) },
    { id: "status", label: t("changeStatus"), href: paths.staff.clientStatus(client.id) },
    { id: "session", label: t("recordSession", values), href: paths.staff.recordSession(client.id), disabledReason },
    ...(can.edit ? [{ id: "time", label: t("findTime"), href: paths.staff.pairing(client.id), disabledReason }] : []),
    ...(client.kind === "PRE_CLIENT" && can.edit
      ? [{ id: "make-client", label: t("makeClient", values), href: paths.staff.makeClient(client.id) }]
      : []),
    ...(client.kind === "CLIENT" && client.formerNumber?.startsWith("@")
      ? [{ id: "undo-making", label: t("undoMakeClient", values), href: paths.staff.undoMakeClient(client.id) }]
      : []),
    ...(client.formerNumber !== null && client.sessionCount > 0
      ? [{ id: "earlier", label: t("earlierSessions", values), href: paths.staff.earlierSessions(client.id) }]
      : []),
    ...more,
    { id: "delete", label: t("delete"), href: paths.staff.deleteRecord("client", client.id), tone: "danger" as const },
  ];
  const tabs = [
    { href: paths.staff.client(client.id), label: t("tabs.overview") },
    { href: paths.staff.clientDetails(client.id), label: t("tabs.details") },
    { href: paths.staff.clientContacts(client.id), label: t("tabs.contacts"), count: client.contacts.length },
    { href: paths.staff.clientSessions(client.id), label: t("tabs.sessions", values), count: client.sessionCount },
    { href: paths.staff.clientDocuments(client.id), label: t("tabs.documents") },
    { href: paths.staff.clientAvailability(client.id), label: t("tabs.availability") },
    { href: paths.staff.clientDefaults(client.id), label: t("tabs.defaults") },
    ...(can.edit
      ? [
          { href: paths.staff.clientAgreement(client.id), label: t("tabs.agreement") },
          { href: paths.staff.clientBilling(client.id), label: t("tabs.billing") },
          { href: paths.staff.clientPayments(client.id), label: t("tabs.payments") },
          { href: paths.staff.clientPortal(client.id), label: t("tabs.portal") },
          { href: paths.staff.fieldHistory({ kind: "client", id: client.id }), label: t("tabs.history") },
        ]
      : []),
  ];
  return (
    <>
      <PageHeader
        back={{ href: paths.staff.clients, label: t("caption", values) }}
        title={{ text: client.name, mark: <Avatar name={client.name} size="lg" square /> }}
        status={
          <>
            <ClientStatusChip name={client.status.name} standing={client.status.standing} />
            {client.colour && <ColourBadge colour={client.colour} />}
            <ClientKindBadge of={client} terms={terms} />
            {can.edit && client.waitingProposals > 0 && (
              <TextLink href={paths.staff.client(client.id)}>
                <Badge tone="warning">{t("waitingProposals", { count: client.waitingProposals })}</Badge>
              </TextLink>
            )}
          </>
        }
        facts={[client.number, client.center.name, practitioner?.name ?? t("noTeam", values)]}
        actions={
          can.edit && (
            <>
              {!blocked && (
                <LinkButton href={paths.staff.recordSession(client.id)}>{t("recordSession", values)}</LinkButton>
              )}
              <Menu label={t("more")} items={items} />
            </>
          )
        }
      />
      <Tabs label={t("tabs.label")} items={tabs} />
      {children}
    </>
  );
}
