import { createHash } from "node:crypto";
import { INTERNAL_TYPES } from "@/lib/features/clients/portal/sessions/schema";
import { addSeconds, isBefore } from "@/lib/values/instant";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { GRACE_SECONDS, type Letter, SOON_SECONDS, type Taking, type ToldSession } from "./schema";

/** What promises a mail about sessions: planned ones and called off ones that are not over. Part of the change itself. */
export function tellSql(ids: readonly string[], at: Date): SqlFragment {
  return sql`update sessions set tell_at = case when starts_at < ${addSeconds(at, SOON_SECONDS)}::timestamptz
      then ${at}::timestamptz else ${addSeconds(at, GRACE_SECONDS)}::timestamptz end
    where id = any(${[...ids]}::uuid[]) and status in ('BOOKED', 'CANCELLED') and ends_at > ${at}::timestamptz`;
}

/** Everybody a session is told to, each once. Work without the client is the practitioners' own matter. */
export function takingPart(session: ToldSession): Taking[] {
  const found = new Map<string, Taking>();
  const clients = session.parts.map(({ clientId: id, name }) => ({ id, name }));
  for (const { email, ...person } of session.practitioners)
    if (email) found.set(person.key, { ...person, email, clients });
  if ((INTERNAL_TYPES as readonly string[]).includes(session.type)) return [...found.values()];
  for (const { clientId, name, timeZone, contacts } of session.parts)
    for (const contact of contacts) {
      const known = found.get(contact.key);
      const own = [...(known?.clients ?? []), { id: clientId, name }];
      found.set(contact.key, { ...contact, timeZone: known?.timeZone ?? timeZone, clients: own });
    }
  return [...found.values()];
}

export const isPractitioner = ({ key }: { key: string }) => key.startsWith("practitioner:");

/** What a reader knows of a session once they are told; it differs when there is something new for them. */
export function digestOf(session: ToldSession, { clients, ...reader }: Taking): string {
  const { startsAt, endsAt, timeZone, type, service, location, room, center, meetingLink, practitioners } = session;
  const place = [type, service, location, room, center.id, meetingLink];
  const people = [practitioners.map(({ name }) => name), clients.map(({ name }) => name)];
  const known = JSON.stringify([startsAt, endsAt, timeZone, place, people, reader.key]);
  return createHash("sha256").update(known).digest("base64url").slice(0, 22);
}

export type Telling = { said: { letter: Letter; taking: Taking }[]; gone: string[]; to: Record<string, string> };

/** Who is to hear what of one session, given what they were told before. */
export function whatToTell(session: ToldSession, now: Date): Telling {
  const before = session.told?.to ?? {};
  const nothing = { said: [], gone: [], to: before };
  const isOver = !isBefore(now, session.endsAt) && !(session.told && isBefore(now, session.told.endsAt));
  if (isOver) return nothing;
  if (session.status === "CANCELLED") return { said: [], gone: Object.keys(before), to: {} };
  if (session.status !== "BOOKED" || !isBefore(now, session.startsAt)) return nothing;
  const readers = takingPart(session);
  const to = Object.fromEntries(readers.map((taking) => [taking.key, digestOf(session, taking)]));
  const said = readers.flatMap((taking) => {
    const known = before[taking.key];
    if (known === to[taking.key]) return [];
    return [{ letter: known ? ("changed" as const) : ("booked" as const), taking }];
  });
  return { said, gone: Object.keys(before).filter((key) => !(key in to)), to };
}

type Due = { startsAt: Date; createdAt: Date; told: { at: Date; reminded: readonly number[] } | null };

/** How late a reminder may still be sent, after everything stood still: half of its own lead, six hours at most. */
const lateSeconds = (minutes: number) => Math.min(minutes * 30, 6 * 3_600);

/**
 * The reminders of a session that are due: those whose moment has come since people were told of this time. Who was told
 * later than that needs none.
 */
export function remindersDue({ startsAt, createdAt, told }: Due, leads: readonly number[], now: Date): number[] {
  return leads.filter((minutes) => {
    const due = addSeconds(startsAt, -minutes * 60);
    if (isBefore(now, due) || !isBefore(now, addSeconds(due, lateSeconds(minutes)))) return false;
    return !isBefore(due, told?.at ?? createdAt) && !told?.reminded.includes(minutes);
  });
}
