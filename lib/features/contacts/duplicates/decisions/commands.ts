import "server-only";
import { contactsWhere } from "@/lib/features/contacts/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { fullName } from "@/lib/values/person-name";
import { sql } from "@/lib/values/sql";
import type { TellApartInput } from "./schema";

/** Remembers that these are different people: as a pair they are not reported any more. */
export async function tellApart(actor: Actor, { ids }: TellApartInput): Promise<void> {
  await inTransaction(async (tx) => {
    const names = await namesOf(tx, actor, ids);
    const added = await execute(
      sql`insert into not_duplicates (first_id, second_id, decided_at)
        select a, b, ${now()}::timestamptz from unnest(${ids}::uuid[]) a join unnest(${ids}::uuid[]) b on a < b
        on conflict do nothing`,
      tx,
    );
    if (added > 0) await record(tx, actor, { kind: "contact.told-apart", subject: subjectOf(ids), data: { names } });
  });
}

/** Takes the decision back: they are reported again while they have something in common. */
export async function doubtAgain(actor: Actor, { ids }: TellApartInput): Promise<void> {
  await inTransaction(async (tx) => {
    const names = await namesOf(tx, actor, ids);
    const { count } = await tx.notADuplicate.deleteMany({
      where: { firstId: { in: ids }, secondId: { in: ids } },
    });
    if (count > 0) await record(tx, actor, { kind: "contact.doubted-again", subject: subjectOf(ids), data: { names } });
  });
}

const subjectOf = (ids: readonly string[]) => ({ kind: "contact", id: ids[0] ?? null });

async function namesOf(tx: Tx, actor: Actor, ids: readonly string[]): Promise<string> {
  const found = await tx.contact.findMany({
    where: { AND: [{ id: { in: [...ids] } }, contactsWhere(actor)] },
    select: { firstName: true, lastName: true },
    orderBy: { id: "asc" },
  });
  if (found.length !== new Set(ids).size) refuse("not_found", "refusals.notFound");
  return found.map(fullName).join(", ");
}
