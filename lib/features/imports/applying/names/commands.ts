import "server-only";
import type { RowOf } from "@/lib/features/imports/applying/schema";
import { loadNames } from "@/lib/features/imports/matching/names/queries";
import type { NamedKind } from "@/lib/features/imports/matching/schema";
import { findSettingIn } from "@/lib/features/settings/queries";
import type { Tx } from "@/lib/platform/db/db";
import { insertMany } from "@/lib/platform/db/insert-many";
import type { RowResult } from "@/lib/platform/operation/handler";
import { traceBook } from "@/lib/platform/operation/trace-book";
import { splitName } from "@/lib/values/person-name";

const TABLES: Record<NamedKind, string> = {
  center: "centers",
  practitioner: "practitioners",
  "funding-source": "funding_sources",
};

/** Makes the centers, practitioners and funding sources that a file names, unless somebody made them meanwhile. */
export async function applyNames(tx: Tx, batch: readonly RowOf<"named">[]): Promise<RowResult[]> {
  if (batch.length === 0) return [];
  const names = await loadNames(tx);
  const { timeZone } = await findSettingIn(tx, "organization");
  const missing = batch.filter(({ source }) => !names.find(source.named, source.name));
  for (const named of Object.keys(TABLES) as NamedKind[]) {
    const records = missing
      .filter(({ source }) => source.named === named)
      .map(({ subjectId, source }) => ({ id: subjectId, ...record(named, source.name, timeZone) }));
    await insertMany(tx, TABLES[named], records);
  }
  const book = traceBook();
  for (const { id, subjectId, source } of missing) book.created(id, TABLES[source.named], subjectId ?? "");
  const traces = await book.close(tx);
  return batch.map(({ id }) => ({ id, outcome: traces.has(id) ? "create" : "unchanged", ...traces.get(id) }));
}

function record(named: NamedKind, name: string, timeZone: string): Record<string, unknown> {
  if (named === "center") return { name, time_zone: timeZone };
  if (named === "funding-source") return { identifier: name, name };
  const { firstName, lastName } = splitName(name);
  return { first_name: firstName, last_name: lastName };
}
