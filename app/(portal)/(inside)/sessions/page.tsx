import type { Metadata } from "next";
import { SessionsPanel } from "@/components/portal/sessions-panel";
import { clientsActedFor } from "@/lib/features/clients/portal/scope";
import {
  findServiceTotals,
  listServiceHistory,
  listSessionsAhead,
} from "@/lib/features/clients/portal/sessions/queries";
import { historySearch, SESSIONS_AHEAD } from "@/lib/features/clients/portal/sessions/schema";
import { findPortalTerms } from "@/lib/features/settings/terms/queries";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await findPortalTerms()).sessions };
}

export default async function PortalSessionsPage({ searchParams }: PageProps<"/sessions">) {
  const actor = await admit("portal.view");
  const { page } = historySearch.parse(await searchParams);
  const [{ sessions: title }, ahead, history, totals] = await Promise.all([
    findPortalTerms(),
    listSessionsAhead(actor, { most: SESSIONS_AHEAD }),
    listServiceHistory(actor, { page }),
    findServiceTotals(actor),
  ]);
  const acted = clientsActedFor(actor).length;
  return <SessionsPanel {...{ title, ahead, history, totals }} acts={acted > 0} severalClients={acted > 1} />;
}
