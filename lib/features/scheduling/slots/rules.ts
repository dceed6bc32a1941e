import { addDays, type DateRange } from "@/lib/values/date";
import { addMinutes, type InstantRange, minutesBetween } from "@/lib/values/instant";
import { everyDay, intersect, momentsOf, subtract } from "@/lib/values/intervals";
import { minutesOfDay } from "@/lib/values/time";
import type { TimeZone } from "@/lib/values/time-zone";
import { dayIn, startOfDay, timeIn } from "@/lib/values/wall-clock";
import {
  type ClientFacts,
  type PractitionerFacts,
  SLOT_REASONS,
  type SlotLayer,
  type SlotReason,
  type SlotSearch,
  type TimeAway,
} from "./schema";

const MINUTES_IN_DAY = 1440;

type Rule = Omit<SlotLayer, "clientId">;

/** What holds for these clients whoever the practitioner is. */
export function layersOfClients(clients: readonly ClientFacts[], { range, limits, now }: SlotSearch): SlotLayer[] {
  const soonest = addMinutes(now, limits.noticeMinutes);
  const latest = addMinutes(now, limits.horizonDays * MINUTES_IN_DAY);
  const own = clients.flatMap(({ id, timeZone, hours, holidays, taken }): SlotLayer[] => [
    ...(hours ? [{ reason: "client_not_available" as const, clientId: id, open: momentsOf(hours, range) }] : []),
    { reason: "client_taken", clientId: id, open: subtract([range], taken) },
    ...(holidays.length > 0
      ? [{ reason: "holiday" as const, clientId: null, open: outside(holidays, timeZone, range) }]
      : []),
  ]);
  return [
    { reason: "too_soon", clientId: null, open: intersect([range], [{ start: soonest, end: range.end }]) },
    { reason: "too_far_ahead", clientId: null, open: intersect([range], [{ start: range.start, end: latest }]) },
    ...own,
  ];
}

/** What holds for one practitioner, whoever the clients are. */
export function layersOfPractitioner(facts: PractitionerFacts, { range, limits }: SlotSearch): SlotLayer[] {
  const { timeZone, centerHours, hours, timeOff, holidays, taken } = facts;
  const around = taken.map(({ start, end }) => ({
    start: addMinutes(start, -limits.bufferMinutes),
    end: addMinutes(end, limits.bufferMinutes),
  }));
  const rules: Rule[] = [
    { reason: "holiday", open: outside(holidays, timeZone, range) },
    {
      reason: "time_off",
      open: subtract(
        [range],
        timeOff.flatMap((away) => awayIn(away, range)),
      ),
    },
    { reason: "practitioner_taken", open: subtract([range], around) },
    { reason: "daily_limit", open: subtract([range], fullDays(facts, limits.mostPerDay)) },
  ];
  if (centerHours) rules.push({ reason: "center_closed", open: momentsOf(centerHours, range) });
  if (hours) rules.push({ reason: "practitioner_not_available", open: momentsOf(hours, range) });
  return rules.map((rule) => ({ ...rule, clientId: null }));
}

/**
 * What holidays leave open. A day counts as one where it is everybody's, one of the center where the session takes place
 * or one of the center where the practitioner works; the planner of series asks the same.
 */
function outside(holidays: readonly DateRange[], zone: TimeZone, range: InstantRange): InstantRange[] {
  const closed = holidays.flatMap(({ start, end }) =>
    start && end ? [{ start: startOfDay(start, zone), end: startOfDay(addDays(end, 1), zone) }] : [],
  );
  return subtract([range], closed);
}

function awayIn({ firstDay, lastDay, hours, timeZone }: TimeAway, range: InstantRange): InstantRange[] {
  if (!hours) return [{ start: startOfDay(firstDay, timeZone), end: startOfDay(addDays(lastDay, 1), timeZone) }];
  const ranges = [{ firstDay, lastDay, week: everyDay([hours]) }];
  return momentsOf({ zone: timeZone, usual: new Map(), ranges, days: new Map() }, range);
}

function fullDays({ taken, timeZone }: PractitionerFacts, most: number | null): InstantRange[] {
  if (most === null || taken.length < most) return [];
  const counts = new Map<string, number>();
  for (const { start } of taken) {
    const day = dayIn(timeZone, start);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, sessions]) => sessions >= most)
    .map(([day]) => ({ start: startOfDay(day, timeZone), end: startOfDay(addDays(day, 1), timeZone) }));
}

/** The time that every rule leaves open, in pieces long enough for a session. */
export function freeTimes(layers: readonly SlotLayer[], { range, minutes }: SlotSearch): InstantRange[] {
  const open = layers.reduce((left, layer) => intersect(left, layer.open), [range]);
  return open.filter(({ start, end }) => minutesBetween(start, end) >= minutes);
}

/** The times that are offered in it: starts at whole steps of the wall clock. */
export function slotsIn(
  free: readonly InstantRange[],
  { minutes, step, timeZone }: { minutes: number; step: number; timeZone: string },
): InstantRange[] {
  return free.flatMap(({ start, end }) => {
    const past = minutesOfDay(timeIn(timeZone, start)) % step;
    const onTheMinute = start.getTime() % 60_000 === 0;
    const first = past === 0 && onTheMinute ? start : addMinutes(floorToMinute(start), step - past);
    const room = minutesBetween(first, end) - minutes;
    return Array.from({ length: room < 0 ? 0 : Math.floor(room / step) + 1 }, (_, index) => {
      const at = addMinutes(first, index * step);
      return { start: at, end: addMinutes(at, minutes) };
    });
  });
}

function floorToMinute(instant: Date): Date {
  return addMinutes(instant, -((instant.getTime() % 60_000) / 60_000));
}

/** Why a time is not offered: each rule that takes it away, none where it is free. */
export function whyNot(
  layers: readonly SlotLayer[],
  slot: InstantRange,
): { reason: SlotReason; clientId: string | null }[] {
  return layers
    .filter(({ open }) => !open.some(({ start, end }) => start <= slot.start && slot.end <= end))
    .map(({ reason, clientId }) => ({ reason, clientId }))
    .filter(({ reason, clientId }, place, all) => {
      return all.findIndex((one) => one.reason === reason && one.clientId === clientId) === place;
    })
    .toSorted((a, b) => SLOT_REASONS.indexOf(a.reason) - SLOT_REASONS.indexOf(b.reason));
}
