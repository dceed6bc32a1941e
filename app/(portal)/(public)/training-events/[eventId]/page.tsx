import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EventPagePanel } from "@/components/training/event-page-panel";
import { findOpenEvent } from "@/lib/features/training/queries";
import { findEventVisitor } from "@/lib/features/training/registrations/queries";
import { registrationBlocker } from "@/lib/features/training/rules";
import { eventPageSearch } from "@/lib/features/training/schema";
import { admit } from "@/lib/platform/access/admit";
import { pageActor } from "@/lib/platform/access/page-actor";
import { now } from "@/lib/platform/clock";
import { isBefore } from "@/lib/values/instant";

type Props = PageProps<"/training-events/[eventId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await findOpenEvent(await pageActor(), (await params).eventId);
  return { title: event?.title ?? "" };
}

export default async function TrainingEventPage({ params, searchParams }: Props) {
  const actor = await admit("public.events");
  const event = await findOpenEvent(actor, (await params).eventId);
  if (!event) notFound();
  const { registered } = eventPageSearch.parse(await searchParams);
  const visitor = await findEventVisitor(actor, { eventId: event.id, registered });
  const by = actor.kind === "contact" ? "contact" : "public";
  return (
    <EventPagePanel
      event={event}
      blocker={registrationBlocker(event, { now: now(), by })}
      started={!isBefore(now(), event.startsAt)}
      visitor={visitor}
    />
  );
}
