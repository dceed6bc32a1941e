import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PrintedRoster } from "@/components/training/printed-roster";
import { findEvent } from "@/lib/features/training/queries";
import { listRoster } from "@/lib/features/training/registrations/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Roster" };

export default async function EventRosterPage({ params }: PageProps<"/staff/events/[eventId]/roster">) {
  const actor = await admit("events.print-roster");
  const event = await findEvent(actor, (await params).eventId);
  if (!event) notFound();
  const roster = await listRoster(actor, event.id);
  return <PrintedRoster event={event} rows={roster.filter(({ status }) => status === "CONFIRMED")} />;
}
