import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CoverScreen } from "@/components/scheduling/cover-screen";
import { termValues } from "@/lib/features/clients/copy";
import { handOverAction } from "@/lib/features/scheduling/cover/actions";
import { findCover } from "@/lib/features/scheduling/cover/queries";
import { askToCoverAction, withdrawCoverRequestAction } from "@/lib/features/scheduling/cover/requests/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Cover" };

export default async function CoverPage({ params }: PageProps<"/staff/practitioners/[practitionerId]/cover">) {
  const actor = await admit("scheduling.pair");
  const { practitionerId } = await params;
  const [found, terms] = await Promise.all([findCover(actor, practitionerId), findSetting("terminology")]);
  if (!found) notFound();
  const { freeFor: _, ...cover } = found;
  const actions = { handOver: handOverAction, ask: askToCoverAction, withdraw: withdrawCoverRequestAction };
  return <CoverScreen cover={cover} values={termValues(terms)} may={actor.can("sessions.cover") ? actions : null} />;
}
