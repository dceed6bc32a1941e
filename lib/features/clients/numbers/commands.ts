import "server-only";
import { clientNumber } from "@/lib/features/clients/rules";
import type { ClientKind } from "@/lib/features/clients/schema";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";

/**
 * The next free number, "@1042" for a pre-client. Numbers are never typed and never used again; where an import brought
 * higher ones, the sequence first moves behind them.
 */
export async function nextClientNumber(tx: Tx, kind: ClientKind): Promise<string> {
  const serial = await nextSerial(tx);
  const [taken] = await rows(
    sql`select 1 as one from clients where number in (${serial}, ${`@${serial}`})
      union all select 1 from former_numbers where number in (${serial}, ${`@${serial}`}) limit 1`,
    tx,
  );
  if (!taken) return clientNumber(serial, kind);
  await rows(
    sql`select setval('client_number_seq', greatest((select last_value from client_number_seq),
      (select max(ltrim(number, '@')::bigint) from clients where number ~ '^@?[0-9]{1,15}$')))`,
    tx,
  );
  return clientNumber(await nextSerial(tx), kind);
}

/**
 * The number of a pre-client that becomes a client: its own without the "@", which is kept free for it. Only where an import
 * brought another client with that number, the next free one.
 */
export async function numberAsClient(tx: Tx, number: string): Promise<string> {
  const own = number.replace(/^@/, "");
  const [taken] = await rows(
    sql`select 1 as one from clients where number = ${own}
      union all select 1 from former_numbers where number = ${own} limit 1`,
    tx,
  );
  return taken || own === "" ? nextClientNumber(tx, "CLIENT") : own;
}

async function nextSerial(tx: Tx): Promise<string> {
  const [found] = await rows<{ serial: string }>(sql`select nextval('client_number_seq')::text as serial`, tx);
  if (!found) throw new Error("client_number_seq gave no number");
  return found.serial;
}
