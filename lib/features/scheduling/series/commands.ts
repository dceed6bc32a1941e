import "server-only";
import { dropDraft } from "@/lib/features/drafts/commands";
import { draftKeys } from "@/lib/features/drafts/schema";
import { fundingSourceToName } from "@/lib/features/scheduling/sessions/commands";
import { assignToClients, preparePlan } from "@/lib/features/scheduling/sessions/planning/commands";
import { whenWords } from "@/lib/features/scheduling/sessions/planning/copy";
import type { PreparedPlan } from "@/lib/features/scheduling/sessions/planning/schema";
import type { RecordSessionInput } from "@/lib/features/scheduling/sessions/schema";
import { bookingTransaction, refuseClashes } from "@/lib/features/scheduling/sessions/slots/commands";
import { tellLater } from "@/lib/features/scheduling/sessions/telling/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { ruleText } from "@/lib/values/recurrence";
import { keysOf, type Occurrence, placeOccurrences, recurrenceOf } from "./rules";

/**
 * Books every session of a series, or none of them. Each line of the plan may be skipped, moved or given to another
 * practitioner. Answers the id of the first.
 * @throws {RefusalError} slot_taken, empty_series, series_in_the_past, and what `preparePlan` answers
 */
export async function recordSeries(actor: Actor, input: RecordSessionInput): Promise<string> {
  return bookingTransaction(async (tx) => {
    const keys = keysOf(input, input.repeat);
    const handed = Object.values(input.lines).flatMap(({ choice, practitionerId }) =>
      choice === "hand" && practitionerId ? [practitionerId] : [],
    );
    const practitionerIds = [...new Set([...input.practitionerIds, ...handed])].toSorted();
    const prepared = await preparePlan(tx, actor, { ...input, practitionerIds });
    await fundingSourceToName(tx, input.fundingSourceId);
    const { timeZone, roomId } = prepared.columns;
    const occurrences = placeOccurrences(keys, { first: input, lines: input.lines, timeZone });
    const [first, last] = [occurrences[0], occurrences.at(-1)];
    if (!first || !last) refuse("empty_series", "scheduling.refusals.emptySeries", { field: "repeat.count" });
    if (occurrences.some(({ startsAt }) => startsAt < now()))
      refuse("series_in_the_past", "scheduling.refusals.seriesInThePast", { field: "date" });
    for (const slots of byPractitioners(occurrences))
      await refuseClashes(tx, actor, {
        ...{ practitionerIds: slots[0]?.practitionerIds ?? [], clientIds: input.clientIds, roomId },
        slots,
      });
    const ids = await writeSeries(tx, actor, { input, prepared, occurrences, keys });
    await record(tx, actor, {
      kind: "session.series-booked",
      subject: { kind: "session", id: ids[0] ?? null },
      clientIds: input.clientIds,
      data: {
        type: input.type,
        practitionerName: prepared.practitioners.map(({ name }) => name).join(", "),
        count: ids.length,
        first: whenWords({ ...first }),
        last: whenWords({ ...last }),
      },
    });
    await tellLater(tx, ids);
    await assignToClients(tx, actor, prepared);
    for (const key of [...input.clientIds, "any"]) await dropDraft(tx, actor, draftKeys.newSession(key));
    return ids[0] ?? "";
  }, 60_000);
}

/** Those with the same practitioners together, so that each group is one question. */
function byPractitioners(occurrences: readonly Occurrence[]): Occurrence[][] {
  const groups = new Map<string, Occurrence[]>();
  for (const one of occurrences) {
    const key = one.practitionerIds.join();
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

type Writing = {
  input: RecordSessionInput;
  prepared: PreparedPlan;
  occurrences: readonly Occurrence[];
  keys: readonly string[];
};

/** A few statements, whatever the number of sessions. */
async function writeSeries(tx: Tx, actor: Actor, { input, prepared, occurrences, keys }: Writing): Promise<string[]> {
  const seriesId = newId();
  const { columns, clients } = prepared;
  const recurrence = recurrenceOf(input.repeat);
  await tx.sessionSeries.create({
    data: {
      id: seriesId,
      rule: recurrence ? ruleText(input.date, recurrence) : "FREQ=DAILY;COUNT=1",
      firstKey: keys[0] ?? "",
      timeZone: columns.timeZone,
      skipped: keys.filter((key) => !occurrences.some((one) => one.key === key)),
    },
    select: { id: true },
  });
  const made = occurrences.map((occurrence) => ({ id: newId(), occurrence }));
  const createdByAccountId = actor.kind === "account" ? actor.accountId : null;
  await tx.session.createMany({
    data: made.map(({ id, occurrence: { key, practitionerIds: _, ...when } }) => ({
      ...columns,
      ...when,
      ...{ id, seriesId, occurrenceKey: key, createdByAccountId, status: "BOOKED" as const },
    })),
  });
  await tx.sessionPractitioner.createMany({
    data: made.flatMap(({ id: sessionId, occurrence }) =>
      occurrence.practitionerIds.map((practitionerId) => ({ sessionId, practitionerId })),
    ),
  });
  const { fundingSourceId, minutes: contactMinutes, prepMinutes, travelMinutes } = input;
  const part = { fundingSourceId, contactMinutes, prepMinutes, travelMinutes };
  await tx.attendance.createMany({
    data: made.flatMap(({ id: sessionId, occurrence: { startsAt } }) =>
      clients.map(({ id: clientId, kind }) => ({
        ...{ sessionId, clientId, startsAt, ...part },
        reportable: input.reportable && kind !== "PRE_CLIENT",
      })),
    ),
  });
  return made.map(({ id }) => id);
}
