import "server-only";
import type { Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";

/** Moves the sequence of client numbers behind all that a file brings, before any number is given. */
export async function reserveNumbers(tx: Tx, highest: number): Promise<void> {
  await execute(
    sql`select setval('client_number_seq', ${highest}::bigint) from client_number_seq where last_value <= ${highest}::bigint`,
    tx,
  );
}

/** Numbers for clients that have none in the file. */
export async function nextNumbers(tx: Tx, count: number): Promise<string[]> {
  if (count === 0) return [];
  const numbers = await serials(tx, count);
  const [taken] = await rows(
    sql`select 1 from clients where number = any(${[...numbers, ...numbers.map((number) => `@${number}`)]}::text[]) limit 1`,
    tx,
  );
  if (!taken) return numbers;
  const [highest] = await rows<{ number: string }>(
    sql`select max(ltrim(number, '@')::bigint)::text as number from clients where number ~ '^@?[0-9]{1,15}$'`,
    tx,
  );
  await reserveNumbers(tx, Number(highest?.number ?? 0));
  return serials(tx, count);
}

async function serials(tx: Tx, count: number): Promise<string[]> {
  const found = await rows<{ number: string }>(
    sql`select nextval('client_number_seq')::text as number from generate_series(1, ${count}::int)`,
    tx,
  );
  return found.map(({ number }) => number);
}
