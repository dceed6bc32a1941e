import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PairingScreen } from "@/components/scheduling/pairing-screen";
import { WaitingClients } from "@/components/scheduling/waiting-clients";
import { termValues } from "@/lib/features/clients/copy";
import { findPairing, listWaitingClients } from "@/lib/features/scheduling/pairing/queries";
import { pairingSearch } from "@/lib/features/scheduling/pairing/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Scheduling" };

export default async function SchedulingPage({ searchParams }: PageProps<"/staff/scheduling">) {
  const actor = await admit("scheduling.pair");
  const search = pairingSearch.parse(await searchParams);
  const values = termValues(await findSetting("terminology"));
  if (!search.client) {
    const page = await listWaitingClients(actor, search.page);
    return <WaitingClients page={page} values={values} mayReport={actor.can("scheduling.report")} />;
  }
  const pairing = await findPairing(actor, search);
  if (!pairing) notFound();
  return <PairingScreen {...{ pairing, search, values }} mayBook={actor.can("sessions.record")} />;
}
