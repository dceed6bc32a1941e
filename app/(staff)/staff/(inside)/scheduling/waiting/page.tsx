import type { Metadata } from "next";
import { WaitingLine } from "@/components/scheduling/waiting-line";
import { termValues } from "@/lib/features/clients/copy";
import { listLine } from "@/lib/features/scheduling/waiting/queries";
import { lineSearch } from "@/lib/features/scheduling/waiting/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Waiting list" };

export default async function WaitingLinePage({ searchParams }: PageProps<"/staff/scheduling/waiting">) {
  const actor = await admit("scheduling.pair");
  const { page: cursor } = lineSearch.parse(await searchParams);
  const [page, { waiting }, terms] = await Promise.all([
    listLine(actor, cursor),
    findSetting("booking"),
    findSetting("terminology"),
  ]);
  const mayRemove = actor.can("sessions.keep-line");
  return <WaitingLine {...{ page, mayRemove }} isOn={waiting !== "OFF"} values={termValues(terms)} />;
}
