import { recordSeries } from "@/lib/features/scheduling/series/commands";
import { recordSessionInput } from "@/lib/features/scheduling/sessions/schema";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "./actors";

/** The second of eight Tuesdays, far enough ahead to be free; planned once. */
export async function oneOfASeries(
  accountId: string,
  { clientId, practitionerId }: Record<"clientId" | "practitionerId", string>,
) {
  const where = { attendances: { some: { clientId } }, occurrenceKey: { not: null } };
  const find = () => db.session.findFirst({ where, orderBy: { startsAt: "asc" }, skip: 1 });
  const when = { date: "2031-04-01", start: "09:00", minutes: 60, type: "Online", repeat: { every: "week", count: 8 } };
  const people = { clientIds: [clientId], practitionerIds: [practitionerId] };
  const actor = accountActor("staff", { accountId });
  if (!(await find())) await recordSeries(actor, recordSessionInput.parse({ ...when, ...people }));
  return (await find())?.id ?? "";
}
