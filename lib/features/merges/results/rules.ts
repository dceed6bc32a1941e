import { MERGED_TABLES, type MergedKind } from "@/lib/features/merges/schema";
import type { Trace } from "@/lib/platform/operation/images";
import type { FinishedRow } from "@/lib/platform/operation/lifecycle";

type Touched = { table: string; key: string; image: Record<string, unknown> | null; print: string | null };

/**
 * What a merge touched as the rows of its operation: each record by itself, so that taking back leaves only what was
 * changed since. What only makes sense together is one row: the relationships of one client with one person, a login and
 * its sign-ins, a field and whose it was.
 */
export function rowsOf(kind: MergedKind, { before, after }: Trace): FinishedRow[] {
  const units = new Map<string, Touched[]>();
  for (const [table, prints] of Object.entries(after)) {
    for (const [key, print] of Object.entries(prints)) {
      const touched = { table, key, image: before[table]?.[key] ?? null, print };
      const unit = unitOf(kind, touched);
      units.set(unit, [...(units.get(unit) ?? []), touched]);
    }
  }
  return [...units.values()].map((unit) => rowOf(kind, unit));
}

/** Where a key begins or ends with what its rows have in common. */
const TOGETHER: Readonly<Record<string, (key: string) => string | undefined>> = {
  custom_values: (key) => key.split(":")[0],
  client_practitioners: (key) => key.split(":")[1],
  client_colours: (key) => key.split(":")[0],
  client_defaults: () => "one",
  client_billing: () => "one",
};

function unitOf(kind: MergedKind, { table, key, image }: Touched): string {
  const together = TOGETHER[table];
  if (together) return `${table}:${together(key)}`;
  if (table === "relationships") return `with:${kind === "contact" ? image?.client_id : image?.contact_id}`;
  if (table === "portal_logins") return `login:${key}`;
  if (table === "sign_ins" || table === "one_time_links") return `login:${image?.portal_login_id}`;
  return `${table}:${key}`;
}

function rowOf(kind: MergedKind, touched: Touched[]): FinishedRow {
  const [first] = touched;
  const record = touched.find(({ table }) => table === MERGED_TABLES[kind]);
  const before: Trace["before"] = {};
  const after: Trace["after"] = {};
  for (const { table, key, image, print } of touched) {
    before[table] = { ...before[table], [key]: image };
    after[table] = { ...after[table], [key]: print };
  }
  const main = touched.find(({ table }) => table === "portal_logins") ?? first;
  return {
    outcome: "update",
    source: { table: main?.table ?? "" },
    ...(record ? { subject: { kind, id: record.key } } : {}),
    before,
    after,
  };
}
