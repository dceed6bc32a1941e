import { layersOfPractitioner } from "@/lib/features/scheduling/slots/rules";
import type { Holiday, PractitionerFacts, SlotReason } from "@/lib/features/scheduling/slots/schema";
import { addDays } from "@/lib/values/date";
import { type InstantRange, isoOf } from "@/lib/values/instant";
import { intersect, subtract, unite } from "@/lib/values/intervals";
import { startOfDay } from "@/lib/values/wall-clock";
import type { ClosedKind, ClosedTime } from "./schema";

const NO_LIMITS = { bufferMinutes: 0, noticeMinutes: 0, horizonDays: 0, mostPerDay: null };

/** The holidays of a zone as far as they lie in the range, each with its name. */
export function holidaysIn(holidays: readonly Holiday[], zone: string, range: InstantRange): ClosedTime[] {
  return holidays.flatMap(({ start, end, name }) => {
    if (!start || !end) return [];
    const days = { start: startOfDay(start, zone), end: startOfDay(addDays(end, 1), zone) };
    return intersect([range], [days]).map((closed) => timeOf("holiday", closed, name));
  });
}

/** When a practitioner is not there, by the same rules that decide what is offered; a holiday hides what else is closed. */
export function closedTimesOf(facts: PractitionerFacts, range: InstantRange): ClosedTime[] {
  const { id, timeZone, holidays } = facts;
  const search = { range, minutes: 0, limits: NO_LIMITS, now: range.start };
  const layers = layersOfPractitioner({ ...facts, taken: [] }, search);
  const closedBy = (reasons: readonly SlotReason[]) =>
    unite(layers.filter(({ reason }) => reasons.includes(reason)).flatMap(({ open }) => subtract([range], open)));
  const holiday = closedBy(["holiday"]);
  const off = subtract(closedBy(["time_off"]), holiday);
  const hours = subtract(subtract(closedBy(["center_closed", "practitioner_not_available"]), holiday), off);
  const times = [
    ...hours.map((closed) => timeOf("hours", closed)),
    ...off.map((closed) => timeOf("off", closed)),
    ...holidaysIn(holidays, timeZone, range),
  ];
  return times.map((time) => ({ ...time, practitionerId: id }));
}

const timeOf = (kind: ClosedKind, { start, end }: InstantRange, name: string | null = null): ClosedTime => ({
  ...{ practitionerId: null, kind, name },
  ...{ startsAt: isoOf(start), endsAt: isoOf(end) },
});
