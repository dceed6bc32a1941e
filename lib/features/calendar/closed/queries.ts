import "server-only";
import type { CalendarRange } from "@/lib/features/calendar/sessions/schema";
import { practitionersSeenBy } from "@/lib/features/practitioners/scope";
import { findPractitionerFacts } from "@/lib/features/scheduling/slots/facts/queries";
import type { Holiday } from "@/lib/features/scheduling/slots/schema";
import type { AccountActor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import { closedTimesOf, holidaysIn } from "./rules";
import type { ClosedTime } from "./schema";

/** More columns nobody reads. */
const MOST = 60;

/**
 * When those who are shown are not there: one's own for a practitioner, that of the one who was chosen, or of everybody
 * whose column is shown. Where many share a day only what holds for all of them: the holidays.
 */
export async function listClosed(actor: AccountActor, range: CalendarRange): Promise<ClosedTime[]> {
  const { from: start, to: end, practitioner, columns } = range;
  const one = actor.role === "practitioner" ? actor.practitionerId : practitioner;
  if (!one && (!columns || actor.role === "practitioner")) return listHolidays(range);
  const ids = one ? [one] : await listColumns(actor, range);
  const found = await findPractitionerFacts(actor, ids, { range: { start, end } });
  return found.flatMap((facts) => closedTimesOf(facts, { start, end }));
}

async function listHolidays({ from: start, to: end, zone, center }: CalendarRange): Promise<ClosedTime[]> {
  const holidays = await rows<Holiday>(sql`select h.first_day::text as start, h.last_day::text as end, h.name
    from center_holidays h where (h.center_id is null or h.center_id = ${center ?? null}::uuid)
      and h.last_day >= (${start}::timestamptz at time zone ${zone})::date
      and h.first_day <= (${end}::timestamptz at time zone ${zone})::date order by h.first_day, h.id`);
  return holidaysIn(holidays, zone, { start, end });
}

async function listColumns(actor: AccountActor, { center }: CalendarRange): Promise<string[]> {
  const found = await rows<{ id: string }>(sql`select p.id from practitioners p where p.status = 'ACTIVE'
    and ${practitionersSeenBy(actor)} and ${center ? sql`p.center_id = ${center}::uuid` : sql`true`}
    order by p.last_name, p.first_name, p.id limit ${MOST}`);
  return found.map(({ id }) => id);
}
