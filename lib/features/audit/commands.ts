import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { readAudit } from "./queries";
import type { AuditEntry, AuditFilter } from "./schema";

/** Gives out all that fits a filter, and first writes down that it was given out. */
export async function exportAudit(actor: Actor, filter: AuditFilter): Promise<AsyncGenerator<AuditEntry[]>> {
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  await inTransaction((tx) =>
    record(tx, actor, { kind: "audit.exported", subject: { kind: "audit", id: null }, data: { filter: asked } }),
  );
  return readAudit(actor, filter);
}
