import "server-only";
import type { PlannedSession } from "@/lib/features/imports/sessions/schema";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { nameKey } from "@/lib/values/person-name";
import { sql } from "@/lib/values/sql";

export type FoundClient = { id: string; number: string; name: string; kind: "PRE_CLIENT" | "CLIENT" };

/**
 * The clients that rows of a file name: by number, also by the one a pre-client had before it was made a client; without
 * a number by name, where only one client has it.
 */
export async function findClientsByKey(
  tx: Tx,
  sessions: readonly Pick<PlannedSession, "clientKey" | "clientNumber" | "clientName">[],
): Promise<Map<string, FoundClient | "ambiguous">> {
  const numbers = new Map(
    sessions.flatMap(({ clientKey, clientNumber }) => (clientNumber ? [[clientKey, clientNumber]] : [])),
  );
  const names = new Map(
    sessions.flatMap(({ clientKey, clientNumber, clientName }) =>
      !clientNumber && clientName ? [[clientKey, clientName]] : [],
    ),
  );
  const found = new Map<string, FoundClient | "ambiguous">();
  for (const { key, client } of await byNumber(tx, [...numbers])) found.set(key, client);
  for (const { key, client } of await byName(tx, [...names])) found.set(key, found.has(key) ? "ambiguous" : client);
  return found;
}

type Found = { key: string; client: FoundClient };

const CLIENT = sql`json_build_object('id', c.id, 'number', c.number, 'name', c.name, 'kind', c.kind)`;

/** The exact number comes last, so that it wins over its twin with or without "@". */
function byNumber(tx: Tx, wanted: readonly string[][]): Promise<Found[]> {
  if (wanted.length === 0) return Promise.resolve([]);
  const [keys, numbers] = columns(wanted);
  return rows<Found>(
    sql`select w.key, ${CLIENT} as client from unnest(${keys}::text[], ${numbers}::text[]) as w (key, number)
      join clients c on c.number in (w.number, ltrim(w.number, '@'), '@' || w.number) and c.deleted_at is null
      order by c.number = w.number`,
    tx,
  );
}

async function byName(tx: Tx, wanted: readonly string[][]): Promise<Found[]> {
  if (wanted.length === 0) return [];
  const [keys, names] = columns(wanted);
  const found = await rows<Found & { name: string }>(
    sql`select w.key, w.name, ${CLIENT} as client from unnest(${keys}::text[], ${names}::text[]) as w (key, name)
      join clients c on fold_text(c.name) = fold_text(w.name) and c.deleted_at is null`,
    tx,
  );
  return found.filter(({ name, client }) => nameKey(name) === nameKey(client.name));
}

function columns(pairs: readonly string[][]): [string[], string[]] {
  return [pairs.map(([key = ""]) => key), pairs.map(([, value = ""]) => value)];
}

/** Which of these rows were imported as sessions before. */
export async function findImportedKeys(tx: Tx, keys: readonly string[]): Promise<Set<string>> {
  const found = await rows<{ key: string }>(
    sql`select import_key as key from sessions where import_key = any(${[...keys]}::text[])`,
    tx,
  );
  return new Set(found.map(({ key }) => key));
}
