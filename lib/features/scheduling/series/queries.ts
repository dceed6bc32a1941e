import "server-only";
import { whenWords } from "@/lib/features/scheduling/sessions/planning/copy";
import { findBookedClients } from "@/lib/features/scheduling/sessions/planning/queries";
import type { RecordSessionInput } from "@/lib/features/scheduling/sessions/schema";
import { clashValues } from "@/lib/features/scheduling/sessions/slots/copy";
import { findClashes } from "@/lib/features/scheduling/sessions/slots/queries";
import type { Clash } from "@/lib/features/scheduling/sessions/slots/schema";
import { explainHours } from "@/lib/features/scheduling/slots/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { rows } from "@/lib/platform/db/rows";
import { translatorFor } from "@/lib/platform/i18n/translate";
import { refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import { keysOf, placeOccurrences } from "./rules";
import type { PlannedOccurrence } from "./schema";

/** Every date of a series that is being planned, with what stands in its way. Nothing is written. */
export async function findSeriesPlan(actor: Actor, input: RecordSessionInput): Promise<PlannedOccurrence[]> {
  const clients = await findBookedClients(actor, input.clientIds);
  const [first] = clients;
  if (!first || clients.length < input.clientIds.length)
    refuse("not_found", "refusals.notFound", { field: "clientIds" });
  const keys = keysOf(input, input.repeat);
  const placed = placeOccurrences(keys, { first: input, lines: {}, timeZone: first.timeZone });
  const roomId = await findRoomId(first.centerId, input.room);
  const clashes = await findClashes(actor, { ...input, roomId, slots: placed });
  const dates = placed.map(({ key, ...when }, place) => ({
    ...{ key, clients, wall: key, ...when },
    practitionerIds: input.practitionerIds,
    clashes: clashes.filter((clash) => clash.place === place),
  }));
  return findProblems(actor, { centerId: first.centerId, dates });
}

/** A date of a series with who comes and what is taken then; `wall` is its local time. */
type Dated = {
  key: string;
  wall: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  clients: readonly { id: string; name: string }[];
  practitionerIds: readonly string[];
  clashes: readonly Clash[];
};

/** Each date with everything that stands in its way, in the reader's words. */
export async function findProblems(
  actor: Actor,
  { centerId, dates }: { centerId: string; dates: readonly Dated[] },
): Promise<PlannedOccurrence[]> {
  const clientIds = [...new Set(dates.flatMap(({ clients }) => clients.map(({ id }) => id)))];
  const practitionerIds = [...new Set(dates.flatMap((one) => one.practitionerIds))];
  const [holidays, hours, t] = await Promise.all([
    findHolidays(
      { centerId, practitionerIds },
      dates.map(({ wall }) => wall),
    ),
    explainHours(
      actor,
      { clientIds, practitionerIds },
      dates.map(({ startsAt: start, endsAt: end }) => ({ start, end })),
    ),
    translatorFor(actor.language),
  ]);
  return dates.map(({ key, wall, clients, practitionerIds: own, clashes, ...when }, place) => {
    const [date = "", start = ""] = wall.split("T");
    const closed = holidays.filter(
      ({ from, to, of }) => from <= date && date <= to && (of === null || own.some((id) => of.includes(id))),
    );
    const against = hours[place] ?? [];
    const away = clients.filter(({ id }) => against.some((one) => one.id === id));
    const theirs = against.filter(({ id }) => own.includes(id));
    const problems = [
      ...clashes.map((clash) => t(`scheduling.refusals.clash.${clash.who}`, clashValues(clash, { locale: t.locale }))),
      ...closed.map(({ name }) => t("scheduling.planner.holiday", { name })),
      ...away.map(({ name }) => t("scheduling.planner.unavailable", { name })),
      ...theirs.map(({ reason, name }) =>
        t(reason === "time_off" ? "scheduling.planner.timeOff" : "scheduling.planner.unavailable", { name }),
      ),
      ...(when.startsAt < now() ? [t("scheduling.planner.past")] : []),
    ];
    return { key, date, start, label: whenWords(when), problems, blocked: clashes.length > 0 };
  });
}

/** The room of this name in a center, where there is one already. */
export async function findRoomId(centerId: string, name: string | null): Promise<string | null> {
  if (!name) return null;
  const [room] = await rows<{ id: string }>(
    sql`select id from rooms where center_id = ${centerId}::uuid and name = ${name}::citext`,
  );
  return room?.id ?? null;
}

/** `of` are the practitioners whose center has it; null where it is everybody's or that of the session's center. */
type Holiday = { name: string; from: string; to: string; of: string[] | null };

/** The same holidays as when free times are looked for; see `outside` in the rules of slots. */
function findHolidays(
  { centerId, practitionerIds }: { centerId: string; practitionerIds: readonly string[] },
  keys: readonly string[],
): Promise<Holiday[]> {
  const days = keys.map((key) => key.slice(0, 10)).toSorted();
  const theirs = sql`select p.id from practitioners p
    where p.id = any(${[...practitionerIds]}::uuid[]) and p.center_id = center_holidays.center_id`;
  return rows<Holiday>(sql`select name::text as name, first_day::text as from, last_day::text as to,
      case when center_id <> ${centerId}::uuid then array(${theirs}) end as of from center_holidays
    where (center_id is null or center_id = ${centerId}::uuid or exists (${theirs})) and last_day >= ${days[0] ?? null}::date
      and first_day <= ${days.at(-1) ?? null}::date order by first_day limit 200`);
}
