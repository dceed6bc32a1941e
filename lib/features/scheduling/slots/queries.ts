import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { type InstantRange, minutesBetween } from "@/lib/values/instant";
import { findClientFacts, findPractitionerFacts, type When } from "./facts/queries";
import { freeTimes, layersOfClients, layersOfPractitioner, whyNot } from "./rules";
import type { FreeTime, HoursProblem, SlotReason, SlotSearch } from "./schema";

/** More than one search looks at. */
const MOST_CLIENTS = 20;
const MOST_PRACTITIONERS = 50;
const NO_LIMITS = { bufferMinutes: 0, noticeMinutes: 0, horizonDays: 0, mostPerDay: null };

type People = { clientIds: readonly string[]; practitionerIds: readonly string[] };
/** When each of these practitioners and all of these clients could meet, the one with most time first. */
export async function findFreeTimes(actor: Actor, people: People, search: SlotSearch, tx?: Tx): Promise<FreeTime[]> {
  const { clients, practitioners } = await findFacts(actor, people, search, tx);
  if (!clients) return [];
  const shared = layersOfClients(clients, search);
  return practitioners
    .map((one) => {
      const free = freeTimes([...shared, ...layersOfPractitioner(one, search)], search);
      const minutes = free.reduce((sum, { start, end }) => sum + minutesBetween(start, end), 0);
      return { practitionerId: one.id, name: one.name, timeZone: one.timeZone, minutes, free };
    })
    .toSorted((a, b) => b.minutes - a.minutes || a.name.localeCompare(b.name));
}

type SlotAnswer = {
  practitionerId: string;
  name: string;
  reasons: { reason: SlotReason; clientId: string | null }[];
};

/** For one time, who of them could take it, and for everybody else each rule that stands against it. */
export async function explainSlot(actor: Actor, people: People, search: SlotSearch): Promise<SlotAnswer[]> {
  const { clients, practitioners } = await findFacts(actor, people, search);
  if (!clients) return [];
  const shared = layersOfClients(clients, search);
  return practitioners
    .map((one) => ({
      practitionerId: one.id,
      name: one.name,
      reasons: whyNot([...shared, ...layersOfPractitioner(one, search)], search.range),
    }))
    .toSorted((a, b) => a.reasons.length - b.reasons.length || a.name.localeCompare(b.name));
}

/** Hours and time off stand against a time whatever else is booked. */
const HOURS_REASONS: readonly SlotReason[] = ["client_not_available", "practitioner_not_available", "time_off"];

/** For each of many times, whose hours or time off stand against it; asks the database twice, however many. */
export async function explainHours(
  actor: Actor,
  { clientIds, practitionerIds }: People,
  slots: readonly InstantRange[],
): Promise<HoursProblem[][]> {
  const [first] = slots;
  if (!first) return [];
  const range = slots.reduce(rangeOfBoth, first);
  const [clients, practitioners] = await Promise.all([
    findClientFacts(actor, clientIds, { range }),
    findPractitionerFacts(actor, practitionerIds, { range }),
  ]);
  const search = { range, minutes: 0, limits: NO_LIMITS, now: range.start };
  const layers = [
    ...layersOfClients(clients, search).map((layer) => ({ layer, name: "", id: layer.clientId ?? "" })),
    ...practitioners.flatMap(({ id, name, ...facts }) =>
      layersOfPractitioner({ id, name, ...facts }, search).map((layer) => ({ layer, name, id })),
    ),
  ].filter(({ layer }) => HOURS_REASONS.includes(layer.reason));
  return slots.map((slot) =>
    layers.flatMap(({ layer, id, name }) => whyNot([layer], slot).map(({ reason }) => ({ reason, id, name }))),
  );
}

/** What a practitioner's hours, their time off and holidays leave open; null where neither they nor their center said. */
export type WorkingTimes = { id: string; name: string; open: InstantRange[] | null; taken: InstantRange[] };

/** When these practitioners work, and what is taken of it; whoever is asked for, in one question. */
export async function findWorkingTimes(
  actor: Actor,
  practitionerIds: readonly string[],
  range: InstantRange,
): Promise<WorkingTimes[]> {
  const search = { range, minutes: 0, limits: NO_LIMITS, now: range.start };
  const found = await findPractitionerFacts(actor, practitionerIds, { range });
  return found.map((one) => {
    const layers = layersOfPractitioner({ ...one, taken: [] }, search);
    const open = one.hours || one.centerHours ? freeTimes(layers, search) : null;
    return { id: one.id, name: one.name, open, taken: one.taken };
  });
}

/** For each of these practitioners, what stands against each of many times; one question, however many. */
export async function explainTimes(
  actor: Actor,
  practitionerIds: readonly string[],
  slots: readonly InstantRange[],
): Promise<ReadonlyMap<string, readonly SlotReason[][]>> {
  const [first] = slots;
  if (!first) return new Map();
  const range = slots.reduce(rangeOfBoth, first);
  const found = await findPractitionerFacts(actor, practitionerIds, { range });
  const search = { range, minutes: 0, limits: NO_LIMITS, now: range.start };
  return new Map(
    found.map((one) => {
      const layers = layersOfPractitioner(one, search);
      return [one.id, slots.map((slot) => whyNot(layers, slot).map(({ reason }) => reason))];
    }),
  );
}

/** A time that one client would take. */
export type Wish = { clientId: string; range: InstantRange };

/** Those of the wishes for a time of a practitioner that fit, each by the client's own hours and what they have then. */
export async function findWhoFits<Of extends Wish>(
  actor: Actor,
  { practitionerId, wishes }: { practitionerId: string; wishes: readonly Of[] },
  { limits, now }: Pick<SlotSearch, "limits" | "now">,
  tx?: Tx,
): Promise<Of[]> {
  const [first] = wishes;
  if (!first) return [];
  const range = wishes.reduce((all, one) => rangeOfBoth(all, one.range), first.range);
  const ids = [...new Set(wishes.map(({ clientId }) => clientId))];
  const clients = await findClientFacts(actor, ids, { range }, tx);
  const [practitioner] = await findPractitionerFacts(actor, [practitionerId], { range }, tx);
  if (!practitioner || !(practitioner.hours || practitioner.centerHours)) return [];
  return wishes.filter(({ clientId, range: wanted }) => {
    const client = clients.find(({ id }) => id === clientId);
    if (!client) return false;
    const search = { range: wanted, minutes: minutesBetween(wanted.start, wanted.end), limits, now };
    const layers = [...layersOfClients([client], search), ...layersOfPractitioner(practitioner, search)];
    return whyNot(layers, wanted).length === 0;
  });
}

const rangeOfBoth = (one: InstantRange, other: InstantRange): InstantRange => ({
  start: other.start < one.start ? other.start : one.start,
  end: other.end > one.end ? other.end : one.end,
});

/** `clients` is null where one of them is not for these eyes: nothing is offered without them. */
async function findFacts(actor: Actor, { clientIds, practitionerIds }: People, when: When, tx?: Tx) {
  const wanted = [...new Set(clientIds)].slice(0, MOST_CLIENTS);
  const [clients, practitioners] = await Promise.all([
    findClientFacts(actor, wanted, when, tx),
    findPractitionerFacts(actor, practitionerIds.slice(0, MOST_PRACTITIONERS), when, tx),
  ]);
  return { clients: clients.length === new Set(clientIds).size ? clients : null, practitioners };
}
