import type { Trace } from "@/lib/platform/operation/images";
import type { FinishedRow } from "@/lib/platform/operation/lifecycle";

type Touched = { table: string; key: string; image: Record<string, unknown> | null; print: string | null };

/**
 * What a merge touched as the rows of its operation: each record by itself, so that taking back leaves only what was
 * changed since. What only makes sense together is one row: a client's relationships, a login and its sign-ins, a field and
 * whose it was.
 */
export function rowsOf({ before, after }: Trace): FinishedRow[] {
  const units = new Map<string, Touched[]>();
  for (const [table, prints] of Object.entries(after)) {
    for (const [key, print] of Object.entries(prints)) {
      const touched = { table, key, image: before[table]?.[key] ?? null, print };
      const unit = unitOf(touched);
      units.set(unit, [...(units.get(unit) ?? []), touched]);
    }
  }
  return [...units.values()].map(rowOf);
}

function unitOf({ table, key, image }: Touched): string {
  if (table === "custom_values") return `field:${key.split(":")[0]}`;
  if (table === "relationships") return `client:${image?.client_id}`;
  if (table === "portal_logins") return `login:${key}`;
  if (table === "sign_ins" || table === "one_time_links") return `login:${image?.portal_login_id}`;
  return `${table}:${key}`;
}

function rowOf(touched: Touched[]): FinishedRow {
  const [first] = touched;
  const contact = touched.find(({ table }) => table === "contacts");
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
    ...(contact ? { subject: { kind: "contact", id: contact.key } } : {}),
    before,
    after,
  };
}
