import "server-only";
import { namesOf } from "@/lib/features/scheduling/sessions/changing/rules";
import type { CancelSessionInput } from "@/lib/features/scheduling/sessions/outcome/schema";
import { assignToClients, requireOwn, roomOf } from "@/lib/features/scheduling/sessions/planning/commands";
import { whenWords } from "@/lib/features/scheduling/sessions/planning/copy";
import { findWorking } from "@/lib/features/scheduling/sessions/planning/queries";
import type { NamedPerson } from "@/lib/features/scheduling/sessions/planning/schema";
import { bookingTransaction, holdSlots, refuseClash } from "@/lib/features/scheduling/sessions/slots/commands";
import { tellLater } from "@/lib/features/scheduling/sessions/telling/commands";
import { freeSlots } from "@/lib/features/scheduling/waiting/freeing/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { changesBetween, type FieldChanges } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { daysBetween } from "@/lib/values/date";
import { newId } from "@/lib/values/id";
import { minutesBetween } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { findSeries, findSeriesClashes } from "./queries";
import { type Changed, changeEach, reached, shiftedRule } from "./rules";
import type { ChangeSeriesInput, SeriesSession } from "./schema";

const idsOf = (people: readonly NamedPerson[]) => people.map(({ id }) => id);
const everybody = (all: readonly SeriesSession[], which: "clients" | "practitioners") =>
  [...new Map(all.flatMap((one) => one[which]).map((person) => [person.id, person])).values()].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  );

type Held = { opened: SeriesSession; affected: SeriesSession[] };

/** Holds everybody and every session a change reaches, in the one order of locks; nobody joined or left meanwhile. */
async function holdSeries(
  tx: Tx,
  actor: Actor,
  {
    input,
    practitionerIds = [],
  }: { input: Pick<ChangeSeriesInput, "sessionId" | "scope">; practitionerIds?: string[] },
): Promise<Held> {
  const { sessionId, scope } = input;
  const seen = await findSeries(tx, actor, { sessionId });
  const people = [...new Set([...idsOf(everybody(seen, "practitioners")), ...practitionerIds])].toSorted();
  const rooms = [...new Set(seen.flatMap(({ roomId }) => roomId ?? []))].toSorted();
  await holdSlots(tx, {
    clientIds: idsOf(everybody(seen, "clients")),
    practitionerIds: people,
    roomId: rooms[0] ?? null,
  });
  const all = await findSeries(tx, actor, { sessionId, lock: true });
  const who = (list: readonly SeriesSession[]) =>
    JSON.stringify(list.map((one) => [one.id, one.clients, one.practitioners]));
  if (who(all) !== who(seen)) refuse("changed_meanwhile", "refusals.changedMeanwhile");
  const opened = all.find(({ id }) => id === sessionId);
  if (!opened) refuse("not_found", "refusals.notFound");
  const affected = reached(all, { sessionId, scope, now: now() });
  if (affected.length === 0) refuse("session_over", "scheduling.refusals.over");
  return { opened, affected };
}

/**
 * Changes one session of a series, it and those after it, or all to come: all of them, or none. What was held or has begun
 * stays. From one date on is a series of its own afterwards.
 * @throws {RefusalError} not_found, changed_meanwhile, session_over, slot_taken, series_in_the_past, unknown_practitioner
 */
export async function changeSeries(actor: Actor, input: ChangeSeriesInput): Promise<void> {
  await bookingTransaction(async (tx) => {
    requireOwn(actor, input.practitionerIds);
    const { opened, affected } = await holdSeries(tx, actor, { input, practitionerIds: input.practitionerIds });
    if (opened.version !== input.version) refuse("changed_meanwhile", "refusals.changedMeanwhile");
    const given = await givenPractitioners(tx, actor, { opened, input });
    const newRoom = input.room ? await roomOf(tx, opened.centerId, input.room) : null;
    const changed = changeEach(affected, opened, input).map((one) => ({
      ...one,
      roomId: one.room === undefined ? one.before.roomId : newRoom,
    }));
    if (changed.some(({ when }) => when.startsAt < now()))
      refuse("series_in_the_past", "scheduling.refusals.seriesInThePast", { field: "date" });
    const [first, ...more] = await findSeriesClashes(actor, changed, tx);
    if (first) refuseClash(actor, [first, ...more]);
    await freeSlots(
      tx,
      affected.map(({ id }) => id),
    );
    await writeChanges(tx, changed);
    if (input.scope === "following") await split(tx, { opened, changed });
    await recordChange(tx, actor, { opened, changed, input, given });
    await tellLater(
      tx,
      affected.map(({ id }) => id),
    );
    await assignToClients(tx, actor, { clients: everybody(affected, "clients"), practitioners: given });
  }, 60_000);
}

async function givenPractitioners(
  tx: Tx,
  actor: Actor,
  { opened, input }: { opened: SeriesSession; input: ChangeSeriesInput },
): Promise<NamedPerson[]> {
  const working = await findWorking(actor, input.practitionerIds, tx);
  const known = opened.practitioners.filter(({ id }) => input.practitionerIds.includes(id));
  const all = [...working, ...known.filter(({ id }) => !working.some((one) => one.id === id))];
  if (all.length < input.practitionerIds.length)
    refuse("unknown_practitioner", "validation.id", { field: "practitionerIds" });
  return all;
}

type Written = Changed & { roomId: string | null };

/** Moves them all: the database looks for overlaps when the last one stands in its new place. */
async function writeChanges(tx: Tx, changed: readonly Written[]): Promise<void> {
  await execute(sql`set constraints session_practitioners_apart, attendances_apart, sessions_rooms_apart deferred`, tx);
  for (const { before, when, columns, roomId, practitionerIds } of changed) {
    const own = idsOf(before.practitioners);
    const gone = own.filter((id) => !practitionerIds.includes(id));
    if (gone.length > 0)
      await tx.sessionPractitioner.deleteMany({ where: { sessionId: before.id, practitionerId: { in: gone } } });
    const data = { ...when, ...columns, roomId };
    await tx.session.update({ where: { id: before.id }, data, select: { id: true } });
    const added = practitionerIds.filter((id) => !own.includes(id));
    await tx.sessionPractitioner.createMany({
      data: added.map((practitionerId) => ({ sessionId: before.id, practitionerId })),
    });
    const [formerly, minutes] = [
      minutesBetween(before.startsAt, before.endsAt),
      minutesBetween(when.startsAt, when.endsAt),
    ];
    if (formerly !== minutes)
      await tx.attendance.updateMany({
        where: { sessionId: before.id, contactMinutes: formerly },
        data: { contactMinutes: minutes },
      });
  }
  await execute(
    sql`set constraints session_practitioners_apart, attendances_apart, sessions_rooms_apart immediate`,
    tx,
  );
}

/** What follows becomes a series of its own, where something came before it. */
async function split(
  tx: Tx,
  { opened, changed }: { opened: SeriesSession; changed: readonly Written[] },
): Promise<void> {
  const [first] = changed;
  if (!first || !opened.seriesId) return;
  const ids = changed.map(({ before }) => before.id);
  const staying = await tx.session.count({ where: { seriesId: opened.seriesId, id: { notIn: ids } } });
  if (staying === 0) return;
  const series = await tx.sessionSeries.findUniqueOrThrow({ where: { id: opened.seriesId }, select: { rule: true } });
  const [date, formerly] = [first.wall.slice(0, 10), first.before.wall.slice(0, 10)];
  const id = newId();
  await tx.sessionSeries.create({
    data: {
      id,
      rule: shiftedRule(series.rule, { first: date, days: daysBetween(formerly, date), count: changed.length }),
      firstKey: first.wall,
      timeZone: first.before.timeZone,
      splitFromId: opened.seriesId,
    },
    select: { id: true },
  });
  await execute(
    sql`update sessions s set series_id = ${id}::uuid, occurrence_key = k.key
      from unnest(${ids}::uuid[], ${changed.map(({ wall }) => wall)}::text[]) as k (id, key) where s.id = k.id`,
    tx,
  );
}

type Recorded = {
  opened: SeriesSession;
  changed: readonly Written[];
  input: ChangeSeriesInput;
  given: readonly NamedPerson[];
};

async function recordChange(tx: Tx, actor: Actor, { opened, changed, input, given }: Recorded): Promise<void> {
  const mine = changed.find(({ before }) => before.id === opened.id) ?? changed[0];
  if (!mine) return;
  const facts = (one: Pick<SeriesSession, "startsAt" | "endsAt" | "timeZone">, practitioner: string) => ({
    when: whenWords(one),
    practitioner,
  });
  const plain = ({ location, meetingLink, room }: Pick<SeriesSession, "location" | "meetingLink" | "room">) => ({
    ...{ location, meetingLink, room },
  });
  const changes: FieldChanges = {
    ...changesBetween<Record<string, unknown>>(
      facts(mine.before, namesOf(opened.practitioners)),
      facts(mine.when, namesOf(given)),
    ),
    ...changesBetween<Record<string, unknown>>(plain(opened), plain(input)),
  };
  await record(tx, actor, {
    kind: "session.series-edited",
    subject: { kind: "session", id: opened.id },
    clientIds: idsOf(
      everybody(
        changed.map(({ before }) => before),
        "clients",
      ),
    ),
    data: { count: changed.length, first: whenWords(changed[0]?.before ?? opened), scope: input.scope, changes },
  });
}

/**
 * Calls off one session of a series, it and those after it, or all to come; their times are free.
 * @throws {RefusalError} not_found, changed_meanwhile, session_over
 */
export async function cancelSeries(actor: Actor, { reason, ...input }: CancelSessionInput): Promise<void> {
  await bookingTransaction(async (tx) => {
    const { opened, affected } = await holdSeries(tx, actor, { input });
    const where = { in: affected.map(({ id }) => id) };
    const data = { status: "CANCELLED" as const, cancelledReason: reason, cancelledAt: now() };
    await tx.session.updateMany({ where: { id: where }, data });
    await tx.attendance.updateMany({ where: { sessionId: where }, data: { reportable: false } });
    await tellLater(tx, where.in);
    await freeSlots(tx, where.in);
    const [first, last] = [affected[0] ?? opened, affected.at(-1) ?? opened];
    await record(tx, actor, {
      kind: "session.series-cancelled",
      subject: { kind: "session", id: opened.id },
      clientIds: idsOf(everybody(affected, "clients")),
      data: { count: affected.length, first: whenWords(first), last: whenWords(last), reason },
    });
  }, 60_000);
}
