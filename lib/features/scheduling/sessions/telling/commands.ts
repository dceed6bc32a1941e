import "server-only";
import { findSettingIn } from "@/lib/features/settings/queries";
import { systemLetter } from "@/lib/features/templates/queries";
import { paths } from "@/lib/paths";
import { systemActor } from "@/lib/platform/access/actor";
import { type CalendarEntry, calendarAttachment, calendarText, calendarUid } from "@/lib/platform/calendar-text";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { env } from "@/lib/platform/env";
import { record } from "@/lib/platform/history/record";
import { translatorFor } from "@/lib/platform/i18n/translate";
import { MAIL_PRIORITY, queueMail } from "@/lib/platform/mail/queue";
import { titleOf, type Words, whenLines, whereLines } from "./copy";
import { isPractitioner, tellSql } from "./rules";
import type { Said } from "./schema";

/** Promises that everybody who takes part hears of these sessions as they are after the time of grace. */
export async function tellLater(tx: Tx, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length > 0) await execute(tellSql(sessionIds, now()), tx);
}

const LETTERS = {
  booked: "session-booked",
  changed: "session-changed",
  cancelled: "session-cancelled",
  reminder: "session-reminder",
} as const;

/** Names the mail, so that it is written once: `source`, and what was said of how many sessions. */
type Mailing = { said: readonly Said[]; source: string };

/**
 * Queues one mail to one person about some sessions, all of them in one calendar file; a reminder has none. Answers its
 * subject for the stream.
 */
export async function mailSessions(tx: Tx, { said, source }: Mailing): Promise<string> {
  const [first] = said;
  if (!first) throw new Error("a mail about no session");
  const { taking, session } = first;
  const t = await translatorFor(taking.language);
  const words: Words = { t, locale: t.locale };
  const changed = said.find(({ letter }) => letter === "changed");
  const { letter } = changed ?? first;
  const { centerId, ...values } = {
    centerId: session.center.id,
    READER_FIRST_NAME: taking.firstName,
    SESSION_TITLE: titleOf(session, taking, words),
    SESSION_WHEN: whenLines(said, words),
    SESSION_WHERE: [...new Set(said.map((one) => whereLines(one.session, words)))].join("\n"),
    LINK: linkOf(first),
  };
  const written = await systemLetter(tx, { key: LETTERS[letter], language: taking.language, values, centerId });
  const to = { email: taking.email, name: taking.name };
  const attachments = letter === "reminder" ? [] : [await calendarOf(tx, said, words)];
  await queueMail(tx, { source, to, priority: MAIL_PRIORITY.single, attachments, ...written });
  return written.subject;
}

function linkOf({ session, taking }: Said): string {
  const path = isPractitioner(taking) ? paths.staff.session(session.id) : paths.portal.sessions;
  return new URL(path, env().APP_ORIGIN).href;
}

async function calendarOf(tx: Tx, said: readonly Said[], words: Words) {
  const { fromName, replyTo } = await findSettingIn(tx, "mail");
  const organizer = { name: fromName, email: replyTo ?? env().MAIL_FROM };
  const method = said[0]?.letter === "cancelled" ? "CANCEL" : "REQUEST";
  const entries = said.map((one): CalendarEntry => {
    const { session, taking } = one;
    const { id, sequence, startsAt, endsAt, meetingLink } = session;
    return {
      uid: calendarUid(id),
      ...{ sequence, startsAt, endsAt, organizer },
      title: titleOf(session, taking, words),
      location: whereLines(session, words).replaceAll("\n", " · "),
      url: meetingLink ?? linkOf(one),
      attendee: { name: taking.name, email: taking.email },
    };
  });
  return calendarAttachment(calendarText({ method, stampedAt: now(), entries }), method);
}

type Mailed = { said: readonly Said[]; subject: string };

/** Puts down in each client's stream what was mailed, and to whom of those the client knows. */
export async function recordMailed(tx: Tx, mailed: readonly Mailed[]): Promise<void> {
  const lines = new Map<string, { clientId: string; sessionId: string; subject: string; to: string[] }>();
  for (const { said, subject } of mailed)
    for (const clientId of new Set(said.flatMap(({ taking }) => taking.clients.map(({ id }) => id)))) {
      const first = said.find(({ taking }) => taking.clients.some(({ id }) => id === clientId));
      if (!first) continue;
      const key = `${clientId} ${first.letter === "cancelled"}`;
      const line = lines.get(key) ?? { clientId, sessionId: first.session.id, subject, to: [] };
      // A practitioner's subject names everybody of a group.
      if (!isPractitioner(first.taking)) line.subject = subject;
      lines.set(key, { ...line, to: [...line.to, first.taking.name] });
    }
  for (const { clientId, sessionId, subject, to } of lines.values())
    await record(tx, systemActor("Scheduling"), {
      kind: "session.mailed",
      subject: { kind: "session", id: sessionId },
      clientIds: [clientId],
      data: { subject, to: to.join(", ") },
    });
}
