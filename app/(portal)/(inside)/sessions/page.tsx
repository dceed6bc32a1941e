import type { Metadata } from "next";
import { SessionsPanel } from "@/components/portal/sessions-panel";
import { clientsActedFor } from "@/lib/features/clients/portal/scope";
import {
  findServiceTotals,
  listServiceHistory,
  listSessionsAhead,
} from "@/lib/features/clients/portal/sessions/queries";
import { historySearch, SESSIONS_AHEAD } from "@/lib/features/clients/portal/sessions/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { findPortalTerms } from "@/lib/features/settings/terms/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await findPortalTerms()).sessions };
}

export default async function PortalSessionsPage({ searchParams }: PageProps<"/sessions">) {
  const actor = await admit("portal.view");
  const { page: cursor } = historySearch.parse(await searchParams);
  const [{ sessions: title }, ahead, page, totals, terms] = await Promise.all([
    findPortalTerms(),
    listSessionsAhead(actor, { most: SESSIONS_AHEAD }),
    listServiceHistory(actor, { page: cursor }),
    findServiceTotals(actor),
    findSetting("booking"),
  ]);
  const acted = clientsActedFor(actor).length;
  return (
    <SessionsPanel
      {...{ title, ahead, acts: acted > 0, severalClients: acted > 1 }}
      history={{ ...page, totals }}
      changes={{ terms, at: now() }}
    />
  );
}
