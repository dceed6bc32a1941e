import "server-only";
import { findSettingIn } from "@/lib/features/settings/queries";
import { waitingPlaces } from "@/lib/features/training/registrations/queries";
import { cancelToken } from "@/lib/features/training/registrations/rules";
import { eventWhen } from "@/lib/features/training/rules";
import { paths } from "@/lib/paths";
import { type CalendarEntry, calendarAttachment, calendarText, calendarUid } from "@/lib/platform/calendar-text";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import { type Translate, translatorFor } from "@/lib/platform/i18n/translate";
import type { JobPayload } from "@/lib/platform/jobs/payloads";
import { MAIL_PRIORITY, queueMail } from "@/lib/platform/mail/queue";
import { isBefore } from "@/lib/values/instant";
import type { Locale } from "@/lib/values/locale";
import { splitName } from "@/lib/values/person-name";

type Announcement = JobPayload<"training.announce"> & { reason: string };
type Registered = NonNullable<Awaited<ReturnType<typeof readRegistration>>>;
type Words = { t: Translate; locale: Locale };

type LetterKey =
  | "event-confirmation"
  | "event-waiting"
  | "event-promoted"
  | "event-cancelled"
  | "registration-cancelled";

/** The letters' own feature, handed in where jobs are put together: it stands on a higher rung. */
export type WriteLetter = (
  tx: Tx,
  letter: { key: LetterKey; language: string; values: Record<string, string>; centerId: string | null },
) => Promise<{ subject: string; html: string; text: string; replyTo: string | null }>;

/** Queues one letter about one place, once however often the job runs. What is no longer true is not announced. */
export async function announceRegistration(announcement: Announcement, writeLetter: WriteLetter): Promise<void> {
  await inTransaction(async (tx) => {
    const registration = await readRegistration(tx, announcement.registrationId);
    if (!registration || !stillTrue(registration, announcement)) return;
    const t = await translatorFor(registration.language);
    const words = { t, locale: t.locale };
    const { letter, sequence } = announcement;
    const values = await valuesOf(tx, registration, { announcement, words });
    const { language } = registration;
    const written = await writeLetter(tx, {
      key: letterKey(announcement),
      language,
      values,
      centerId: registration.event.centerId,
    });
    const calendar = await calendarOf(tx, registration, announcement);
    await queueMail(tx, {
      source: `registration:${registration.id}:${letter}:${sequence}`,
      to: { email: registration.email, name: registration.name },
      priority: MAIL_PRIORITY.single,
      attachments: calendar ? [calendar] : [],
      ...written,
    });
  });
}

function readRegistration(tx: Tx, id: string) {
  return tx.registration.findUnique({
    where: { id },
    select: {
      id: true,
      uidHost: true,
      name: true,
      email: true,
      language: true,
      status: true,
      contact: { select: { firstName: true } },
      event: {
        select: {
          id: true,
          title: true,
          description: true,
          startsAt: true,
          endsAt: true,
          timeZone: true,
          location: true,
          onlineUrl: true,
          status: true,
          centerId: true,
        },
      },
    },
  });
}

/** A letter that was overtaken (cancelled meanwhile, event over) would only confuse. */
function stillTrue({ status, event }: Registered, { letter }: Announcement): boolean {
  if (letter === "cancelled") return isBefore(now(), event.endsAt);
  if (event.status !== "PUBLISHED" || !isBefore(now(), event.endsAt)) return false;
  return letter === "waiting" ? status === "WAITING" : status === "CONFIRMED";
}

/** A place given up has a letter of its own: that of a cancelled event says that nobody meets. */
function letterKey({ letter, reason }: Announcement): LetterKey {
  if (letter === "confirmation") return "event-confirmation";
  if (letter !== "cancelled") return `event-${letter}`;
  return reason === "own" || reason === "staff" ? "registration-cancelled" : "event-cancelled";
}

const cancelUrl = (registrationId: string) =>
  new URL(paths.portal.cancelRegistration(cancelToken(registrationId, env().AUTH_SECRET)), env().APP_ORIGIN).href;

async function valuesOf(
  tx: Tx,
  { id, name, contact, event }: Registered,
  { announcement, words: { t, locale } }: { announcement: Announcement; words: Words },
): Promise<Record<string, string>> {
  const where = [event.location, event.onlineUrl].filter(Boolean).join(" · ");
  const values = {
    CONTACT_FIRST_NAME: contact?.firstName ?? (splitName(name).firstName || name),
    EVENT_TITLE: event.title,
    EVENT_WHEN: eventWhen(event, locale),
  };
  if (announcement.letter === "cancelled") return { ...values, REASON: announcement.reason };
  const LINK = cancelUrl(id);
  // The door to an online event is for those who hold a place.
  if (announcement.letter !== "waiting") return { ...values, EVENT_WHERE: where, LINK };
  const places = await waitingPlaces([id], tx);
  const EVENT_WHERE = event.location ?? t("training.online");
  return { ...values, EVENT_WHERE, LINK, WAITING_PLACE: String(places.get(id) ?? 1) };
}

/** The calendar file of a letter; a waiting place has none. */
async function calendarOf(tx: Tx, registration: Registered, { letter, sequence }: Announcement) {
  if (letter === "waiting") return null;
  const method = letter === "cancelled" ? "CANCEL" : "REQUEST";
  const entries = [await entryOf(tx, registration, sequence)];
  return calendarAttachment(calendarText({ method, stampedAt: now(), entries }), method);
}

async function entryOf(
  tx: Tx,
  { id, uidHost, name, email, event }: Registered,
  sequence: number,
): Promise<CalendarEntry> {
  const { fromName, replyTo } = await findSettingIn(tx, "mail");
  const { title, description, startsAt, endsAt, location, onlineUrl } = event;
  return {
    uid: calendarUid(id, uidHost),
    sequence,
    title,
    description,
    startsAt,
    endsAt,
    location: location ?? onlineUrl,
    url: onlineUrl ?? new URL(paths.portal.trainingEvent(event.id), env().APP_ORIGIN).href,
    organizer: { name: fromName, email: replyTo ?? env().MAIL_FROM },
    attendee: { name, email },
  };
}
