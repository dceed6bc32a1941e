import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClientShell } from "@/components/clients/client-shell";
import { SessionList } from "@/components/scheduling/session-list";
import { termValues } from "@/lib/features/clients/copy";
import { findClient } from "@/lib/features/clients/record/queries";
import { sessionBlocker } from "@/lib/features/clients/rules";
import { leaveSessionAction } from "@/lib/features/scheduling/sessions/actions";
import { listSessions } from "@/lib/features/scheduling/sessions/queries";
import { sessionSearch } from "@/lib/features/scheduling/sessions/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Sessions" };

export default async function ClientSessionsPage(props: PageProps<"/staff/clients/[clientId]/sessions">) {
  const actor = await admit("clients.view");
  const { clientId } = await props.params;
  const { page } = sessionSearch.parse(await props.searchParams);
  const [client, sessions, terms] = await Promise.all([
    findClient(actor, clientId),
    listSessions(actor, { clientId, page }),
    findSetting("terminology"),
  ]);
  if (!client) notFound();
  const can = { edit: actor.can("clients.edit"), mail: actor.can("mailings.prepare") };
  const record = actor.can("sessions.record");
  const may = { update: record && actor.can("updates.run"), record: record && sessionBlocker(client.status) === null };
  const leave = actor.can("sessions.delete") ? leaveSessionAction : null;
  return (
    <ClientShell client={client} terms={terms} can={can}>
      <SessionList client={client} page={sessions} values={termValues(terms)} can={may} leave={leave} />
    </ClientShell>
  );
}
