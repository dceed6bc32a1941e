import "server-only";
import { clientsWhere } from "@/lib/features/clients/scope";
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

/** Remembers that these are different people or clients: as a pair they are not reported any more. */
export async function tellApart(actor: Actor, { ids }: TellApartInput): Promise<void> {
  await inTransaction(async (tx) => {
    const { kind, names } = await pairOf(tx, actor, ids);
    const added = await execute(
      sql`insert into not_duplicates (first_id, second_id, decided_at)
        select a, b, ${now()}::timestamptz from unnest(${ids}::uuid[]) a join unnest(${ids}::uuid[]) b on a < b
        on conflict do nothing`,
      tx,
    );
    if (added > 0)
      await record(tx, actor, { kind: `${kind}.told-apart`, subject: { kind, id: ids[0] ?? null }, data: { names } });
  });
}

/** Takes the decision back: they are reported again while they have something in common. */
export async function doubtAgain(actor: Actor, { ids }: TellApartInput): Promise<void> {
  await inTransaction(async (tx) => {
    const { kind, names } = await pairOf(tx, actor, ids);
    const { count } = await tx.notADuplicate.deleteMany({
      where: { firstId: { in: ids }, secondId: { in: ids } },
    });
    if (count > 0)
      await record(tx, actor, {
        kind: `${kind}.doubted-again`,
        subject: { kind, id: ids[0] ?? null },
        data: { names },
      });
  });
}

type Told = { kind: "contact" | "client"; names: string };

/** Whom it is about: contacts all of them, or clients all of them. */
async function pairOf(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Told> {
  const where = { id: { in: [...ids] } };
  const count = new Set(ids).size;
  const people = await tx.contact.findMany({
    where: { AND: [where, contactsWhere(actor)] },
    select: { firstName: true, lastName: true },
    orderBy: { id: "asc" },
  });
  if (people.length === count) return { kind: "contact", names: people.map(fullName).join(", ") };
  const clients = actor.can("clients.edit")
    ? await tx.client.findMany({
        where: { AND: [where, clientsWhere(actor)] },
        select: { name: true },
        orderBy: { id: "asc" },
      })
    : [];
  if (clients.length !== count) refuse("not_found", "refusals.notFound");
  return { kind: "client", names: clients.map(({ name }) => name).join(", ") };
}
