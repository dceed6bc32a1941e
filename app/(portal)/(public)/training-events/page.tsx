import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OpenEventsPanel } from "@/components/training/open-events-panel";
import { listOpenEvents } from "@/lib/features/training/queries";
import { listUpcomingRegistrations } from "@/lib/features/training/registrations/queries";
import { openEventSearch } from "@/lib/features/training/schema";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("training"))("title") };
}

export default async function TrainingEventsPage({ searchParams }: PageProps<"/training-events">) {
  const actor = await admit("public.events");
  const { page } = openEventSearch.parse(await searchParams);
  const [events, places] = await Promise.all([
    listOpenEvents(actor, { page }),
    actor.kind === "contact" ? listUpcomingRegistrations(actor) : null,
  ]);
  return <OpenEventsPanel events={events} places={places} />;
}
