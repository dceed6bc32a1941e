import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { holdEntry, type NamedList, recordEdit, takePlace } from "@/lib/platform/named-list/commands";
import { refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import type { AddCodedInput, CodedListKey, EditCodedInput } from "./schema";

/** Records hold the identifier of a language, so that it stays what it was. */
type CodedList = NamedList & { created: "funding-source.created" | "language.created"; fixed: boolean };

const nameTaken = "coded-lists.refusals.nameTaken";

export const CODED: Record<CodedListKey, CodedList> = {
  fundingSources: {
    ...{ table: sql`funding_sources`, key: "funding-sources", subject: "funding-source", nameTaken, fixed: false },
    ...{ created: "funding-source.created", edited: "funding-source.edited" },
  },
  languages: {
    ...{ table: sql`languages`, key: "languages", subject: "language", nameTaken, fixed: true },
    ...{ created: "language.created", edited: "language.edited" },
  },
};

/** Adds an entry behind those there are. */
export async function addCoded(actor: Actor, { list: key, identifier, name }: AddCodedInput): Promise<void> {
  const list = CODED[key];
  await inTransaction(async (tx) => {
    const { id, position } = await takePlace(tx, list, name);
    await checkIdentifier(tx, list, { identifier, ownId: null });
    await execute(
      sql`insert into ${list.table} (id, identifier, name, position)
        values (${id}::uuid, ${identifier}, ${name}, ${position})`,
      tx,
    );
    await record(tx, actor, { kind: list.created, subject: { kind: list.subject, id }, data: { name, identifier } });
  });
}

/** Renames an entry; what has it shows the new name everywhere. */
export async function editCoded(
  actor: Actor,
  { list: key, entryId: id, identifier, name }: EditCodedInput,
): Promise<void> {
  const list = CODED[key];
  await inTransaction(async (tx) => {
    const before = await holdEntry(tx, list, { id, name });
    const present = await identifierOf(tx, list, id);
    if (list.fixed && identifier !== present)
      refuse("identifier_fixed", "coded-lists.refusals.fixed", { field: "identifier" });
    await checkIdentifier(tx, list, { identifier, ownId: id });
    await execute(sql`update ${list.table} set identifier = ${identifier}, name = ${name} where id = ${id}::uuid`, tx);
    const changes = changesBetween({ name: before.name, identifier: present }, { name, identifier });
    await recordEdit(tx, actor, list, { id, name, changes });
  });
}

async function identifierOf(tx: Tx, { table }: NamedList, id: string): Promise<string> {
  const [found] = await rows<{ identifier: string }>(
    sql`select identifier::text as identifier from ${table} where id = ${id}::uuid`,
    tx,
  );
  return found?.identifier ?? "";
}

async function checkIdentifier(
  tx: Tx,
  { table }: NamedList,
  { identifier, ownId }: { identifier: string; ownId: string | null },
): Promise<void> {
  const taken = await rows(
    sql`select 1 as one from ${table} where identifier = ${identifier}::citext and id is distinct from ${ownId}::uuid`,
    tx,
  );
  if (taken.length > 0) refuse("identifier_taken", "coded-lists.refusals.identifierTaken", { field: "identifier" });
}
