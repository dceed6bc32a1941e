import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EventRecord } from "@/components/training/event-record";
import { findEvent } from "@/lib/features/training/queries";
import { findCandidates, listRoster } from "@/lib/features/training/registrations/queries";
import { rosterSearch } from "@/lib/features/training/registrations/schema";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Training event" };

export default async function EventPage({ params, searchParams }: PageProps<"/staff/events/[eventId]">) {
  const actor = await admit("events.view");
  const event = await findEvent(actor, (await params).eventId);
  if (!event) notFound();
  const { q } = rosterSearch.parse(await searchParams);
  const [roster, candidates] = await Promise.all([
    listRoster(actor, event.id),
    findCandidates(actor, { eventId: event.id, q }),
  ]);
  const may = {
    edit: actor.can("events.edit"),
    register: actor.can("events.manage-registrations"),
    print: actor.can("events.print-roster"),
  };
  return <EventRecord event={event} roster={roster} search={{ q, candidates }} may={may} />;
}
