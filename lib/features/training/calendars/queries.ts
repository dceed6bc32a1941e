import "server-only";
import { findSettingIn } from "@/lib/features/settings/queries";
import { findOpenEvent } from "@/lib/features/training/queries";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/platform/access/actor";
import { calendarText, calendarUid } from "@/lib/platform/calendar-text";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";

/** An event as a calendar file to download; a contact's own place has the same entry as the letter about it. */
export async function findCalendarText(actor: Actor, eventId: string): Promise<string | null> {
  const event = await findOpenEvent(actor, eventId);
  if (event?.status !== "PUBLISHED") return null;
  const place = actor.kind === "contact" ? await findPlace(actor.contactId, eventId) : null;
  const { fromName, replyTo } = await findSettingIn(db, "mail");
  const { title, description, startsAt, endsAt, sequence } = event;
  const page = new URL(paths.portal.trainingEvent(eventId), env().APP_ORIGIN).href;
  const entry = {
    uid: place ? calendarUid(place.id, place.uidHost) : calendarUid(eventId),
    sequence,
    title,
    description,
    startsAt,
    endsAt,
    location: event.location ?? place?.event.onlineUrl ?? null,
    url: place?.event.onlineUrl ?? page,
    organizer: { name: fromName, email: replyTo ?? env().MAIL_FROM },
    attendee: null,
  };
  return calendarText({ method: "PUBLISH", stampedAt: now(), entries: [entry] });
}

function findPlace(contactId: string, eventId: string) {
  return db.registration.findFirst({
    where: { contactId, eventId, status: "CONFIRMED" },
    select: { id: true, uidHost: true, event: { select: { onlineUrl: true } } },
  });
}
