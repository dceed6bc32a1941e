import "server-only";
import type { Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { joinSql, sql, sqlName } from "@/lib/values/sql";
import type { AppliedRow, UndoResult } from "./handler";
import { printsOf } from "./images";
import { hasKey, keyText, parentsFirst, shapeOf, type TableShape, tableShapes } from "./tables";

/** One record that a row of the operation touched. */
type Touch = { row: string; table: string; key: string; image: Record<string, unknown> | null; print: string | null };

/**
 * Puts back what these rows touched, byte for byte: created records are removed, changed and removed ones stand again as
 * they were. A row is left whole when one of its records was changed since ("changed:clients") or when something made
 * since depends on a record that would be removed ("used:sessions"). An operation touches a record in one row only.
 */
export async function undoTraced(tx: Tx, batch: readonly AppliedRow[]): Promise<UndoResult[]> {
  const touches = batch.flatMap(touchesOf);
  const left = await changedSince(tx, touches);
  await leaveUsed(tx, touches, left);
  const free = touches.filter(({ row }) => !left.has(row));
  await putBack(tx, free);
  return batch.map(({ id }) => ({ id, undo: left.get(id) ?? "undone" }));
}

function touchesOf({ id, before, after }: AppliedRow): Touch[] {
  return Object.entries(after).flatMap(([table, prints]) =>
    Object.entries(prints).map(([key, print]) => ({ row: id, table, key, print, image: before[table]?.[key] ?? null })),
  );
}

function byTable(touches: readonly Touch[]): Map<string, Touch[]> {
  const tables = new Map<string, Touch[]>();
  for (const touch of touches) {
    const ofTable = tables.get(touch.table);
    if (ofTable) ofTable.push(touch);
    else tables.set(touch.table, [touch]);
  }
  return tables;
}

const keysOf = (touches: readonly Touch[]) => touches.map(({ key }) => key);

async function changedSince(tx: Tx, touches: readonly Touch[]): Promise<Map<string, string>> {
  const left = new Map<string, string>();
  for (const [table, ofTable] of byTable(touches)) {
    const present = await printsOf(tx, table, keysOf(ofTable));
    for (const { row, key, print } of ofTable) {
      if ((present.get(key) ?? null) !== print && !left.has(row)) left.set(row, `changed:${table}`);
    }
  }
  return left;
}

const removed = ({ image, print }: Touch) => image === null && print !== null;

/** Adds the rows whose created records something else depends on; leaving one may make it the something else of another. */
async function leaveUsed(tx: Tx, touches: readonly Touch[], left: Map<string, string>) {
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    const free = byTable(touches.filter(({ row }) => !left.has(row)));
    for (const [table, ofTable] of free) {
      const owners = new Map(ofTable.filter(removed).map(({ key, row }) => [key, row]));
      if (owners.size === 0) continue;
      for (const { key, by } of await stillUsed(tx, { table, keys: new Set(owners.keys()), free })) {
        const row = owners.get(key);
        if (row && !left.has(row)) left.set(row, `used:${by}`);
      }
    }
  }
}

type Going = { table: string; keys: ReadonlySet<string>; free: Map<string, Touch[]> };

/** Which of these records are named by records that neither go themselves nor will name them no more. */
async function stillUsed(tx: Tx, { table, keys, free }: Going): Promise<{ key: string; by: string }[]> {
  const { references, key } = await shapeOf(tx, table);
  // Nothing refers to a key of several columns, or to one that is no id.
  if (key.length !== 1 || key[0]?.type !== "uuid") return [];
  const found: { key: string; by: string }[] = [];
  for (const reference of references) {
    const shape = await shapeOf(tx, reference.table);
    const column = sqlName(`t.${reference.column}`);
    const letsGo = ({ image }: Touch) => image === null || !keys.has(String(image[reference.column]));
    const lettingGo = keysOf((free.get(reference.table) ?? []).filter(letsGo));
    const users = await rows<{ key: string }>(
      sql`select distinct ${column}::text as key from ${sqlName(reference.table)} t
        where ${column} = any(${[...keys]}::uuid[]) and ${keyText(shape, "t")} <> all(${lettingGo}::text[])`,
      tx,
    );
    found.push(...users.map((user) => ({ key: user.key, by: reference.table })));
  }
  return found;
}

/** Removes, then changes, then adds: a value that must be unique is free before it is taken again. */
async function putBack(tx: Tx, touches: readonly Touch[]) {
  const shapes = await tableShapes(tx);
  const tables = byTable(touches);
  const order = parentsFirst(shapes, [...tables.keys()]);
  for (const shape of order.toReversed()) await remove(tx, shape, (tables.get(shape.name) ?? []).filter(removed));
  for (const shape of order)
    await change(
      tx,
      shape,
      imagesIn(tables, shape, ({ print }) => print !== null),
    );
  for (const shape of order)
    await add(
      tx,
      shape,
      imagesIn(tables, shape, ({ print }) => print === null),
    );
}

function imagesIn(tables: Map<string, Touch[]>, { name }: TableShape, wanted: (touch: Touch) => boolean) {
  return (tables.get(name) ?? []).filter((touch) => touch.image !== null && wanted(touch)).map(({ image }) => image);
}

async function remove(tx: Tx, shape: TableShape, touches: readonly Touch[]) {
  if (touches.length === 0) return;
  await execute(sql`delete from ${sqlName(shape.name)} t where ${hasKey(shape, keysOf(touches))}`, tx);
}

async function change(tx: Tx, { name, key, columns }: TableShape, images: readonly unknown[]) {
  if (images.length === 0) return;
  const table = sqlName(name);
  const set = joinSql(
    columns.map((column) => sql`${sqlName(column)} = i.${sqlName(column)}`),
    ", ",
  );
  const same = joinSql(
    key.map((part) => sql`t.${sqlName(part.name)} = i.${sqlName(part.name)}`),
    " and ",
  );
  await execute(
    sql`update ${table} t set ${set} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(images)}::jsonb) i where ${same}`,
    tx,
  );
}

async function add(tx: Tx, { name }: TableShape, images: readonly unknown[]) {
  if (images.length === 0) return;
  const table = sqlName(name);
  await execute(
    sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${JSON.stringify(images)}::jsonb)`,
    tx,
  );
}
