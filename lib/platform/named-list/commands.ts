import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import type { FieldChanges } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { ArchiveEntryInput, MoveEntryInput } from "./schema";

/**
 * A list that administrators keep: entries with a name of their own, in an order, archived rather than deleted. Its table
 * has id, name, position and archived_at; what else an entry has is its feature's.
 */
export type NamedList = {
  table: SqlFragment;
  /** What its changes wait for one after the other. */
  key: string;
  subject: string;
  edited: `${"action-code" | "prospect-stage" | "service" | "client-status" | "funding-source" | "language"}.edited`;
  nameTaken: string;
};

const AT_MOST = 500;

/** The place of a new entry, behind those there are; nobody else changes the list until the transaction ends. */
export async function takePlace(tx: Tx, list: NamedList, name: string): Promise<{ id: string; position: number }> {
  await holdList(tx, list);
  await checkName(tx, list, { name, ownId: null });
  const [last] = await rows<{ position: number }>(
    sql`select coalesce(max(position), 0) + 1 as position from ${list.table}`,
    tx,
  );
  return { id: newId(), position: last?.position ?? 1 };
}

/** Before an entry is changed: the list is held, the entry is there, and the name is nobody else's. */
export async function holdEntry(
  tx: Tx,
  list: NamedList,
  { id, name }: { id: string; name?: string },
): Promise<{ name: string; archived: boolean }> {
  await holdList(tx, list);
  const entry = await findEntry(tx, list, id);
  if (name !== undefined) await checkName(tx, list, { name, ownId: id });
  return entry;
}

/** Changes places with the neighbour. */
export async function moveEntry(
  actor: Actor,
  list: NamedList,
  { entryId: id, direction }: MoveEntryInput,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { name } = await holdEntry(tx, list, { id });
    const ids = await orderedIds(tx, list);
    const from = ids.indexOf(id);
    const to = direction === "up" ? from - 1 : from + 1;
    const neighbour = ids[to];
    if (from < 0 || neighbour === undefined) return;
    ids[from] = neighbour;
    ids[to] = id;
    await execute(
      sql`update ${list.table} e set position = o.place::int from unnest(${ids}::uuid[]) with ordinality o (id, place)
        where e.id = o.id`,
      tx,
    );
    await recordEdit(tx, actor, list, { id, name, changes: { position: { from: from + 1, to: to + 1 } } });
  });
}

/** Offers an entry for nothing new any more, or again; whatever has it keeps it. `check` may refuse to lose it. */
export async function archiveEntry(
  actor: Actor,
  list: NamedList,
  { entryId: id, archived, check }: ArchiveEntryInput & { check?: (tx: Tx) => Promise<void> },
): Promise<void> {
  await inTransaction(async (tx) => {
    const entry = await holdEntry(tx, list, { id });
    if (entry.archived === archived) return;
    if (archived) await check?.(tx);
    await execute(
      sql`update ${list.table} set archived_at = ${archived ? now() : null}::timestamptz where id = ${id}::uuid`,
      tx,
    );
    const changes = { archived: { from: !archived, to: archived } };
    await recordEdit(tx, actor, list, { id, name: entry.name, changes });
  });
}

type Edit = { id: string; name: string; changes: FieldChanges | null };

/** Writes down what was changed of an entry, if anything was. */
export async function recordEdit(tx: Tx, actor: Actor, list: NamedList, { id, name, changes }: Edit): Promise<void> {
  if (!changes) return;
  await record(tx, actor, { kind: list.edited, subject: { kind: list.subject, id }, data: { name, changes } });
}

/** Two administrators change a list one after the other. */
async function holdList(tx: Tx, { key }: NamedList): Promise<void> {
  await rows(sql`select pg_advisory_xact_lock(hashtext(${key}))::text as held`, tx);
}

async function findEntry(tx: Tx, { table }: NamedList, id: string) {
  const [entry] = await rows<{ name: string; archived: boolean }>(
    sql`select name::text as name, archived_at is not null as archived from ${table} where id = ${id}::uuid`,
    tx,
  );
  return entry ?? refuse("not_found", "refusals.notFound");
}

async function orderedIds(tx: Tx, { table }: NamedList): Promise<string[]> {
  const found = await rows<{ id: string }>(
    sql`select id from ${table} where archived_at is null order by position, name limit ${AT_MOST}`,
    tx,
  );
  return found.map(({ id }) => id);
}

type Claim = { name: string; ownId: string | null };

async function checkName(tx: Tx, { table, nameTaken }: NamedList, { name, ownId }: Claim): Promise<void> {
  const taken = await rows(
    sql`select 1 as one from ${table} where name = ${name}::citext and id is distinct from ${ownId}::uuid`,
    tx,
  );
  if (taken.length > 0) refuse("name_taken", nameTaken, { field: "name" });
}
