import type { Metadata } from "next";
import { EventsPanel } from "@/components/training/events-panel";
import { listEvents } from "@/lib/features/training/queries";
import { eventSearch } from "@/lib/features/training/schema";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Training Events" };

export default async function EventsPage({ searchParams }: PageProps<"/staff/events">) {
  const actor = await admit("events.view");
  const search = eventSearch.parse(await searchParams);
  return <EventsPanel search={search} events={await listEvents(actor, search)} mayEdit={actor.can("events.add")} />;
}
