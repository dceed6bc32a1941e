import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClientShell } from "@/components/clients/client-shell";
import { EarlierSessionList } from "@/components/scheduling/earlier-session-list";
import { termValues } from "@/lib/features/clients/copy";
import { findClient } from "@/lib/features/clients/record/queries";
import { markReportableAction } from "@/lib/features/scheduling/reportable/actions";
import { listEarlierSessions } from "@/lib/features/scheduling/reportable/queries";
import { sessionSearch } from "@/lib/features/scheduling/sessions/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Earlier sessions" };

export default async function EarlierSessionsPage(props: PageProps<"/staff/clients/[clientId]/reportable">) {
  const actor = await admit("sessions.mark-reportable");
  const client = await findClient(actor, (await props.params).clientId);
  if (!client) notFound();
  const { page } = sessionSearch.parse(await props.searchParams);
  const [sessions, terms] = await Promise.all([
    listEarlierSessions(actor, { clientId: client.id, page }),
    findSetting("terminology"),
  ]);
  const can = { edit: actor.can("clients.edit"), mail: actor.can("mailings.prepare") };
  return (
    <ClientShell client={client} terms={terms} can={can}>
      <EarlierSessionList client={client} page={sessions} values={termValues(terms)} action={markReportableAction} />
    </ClientShell>
  );
}
