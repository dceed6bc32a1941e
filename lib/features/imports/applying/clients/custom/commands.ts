import "server-only";
import { fillCustomValues } from "@/lib/features/custom-fields/commands";
import type { CustomField } from "@/lib/features/custom-fields/schema";
import type { Tx } from "@/lib/platform/db/db";
import type { TraceBook } from "@/lib/platform/operation/trace-book";

export type OwnOfClient = { rowId: string; clientId: string; custom: Record<string, string> };

/**
 * Keeps what a file says in the organization's own fields; what stands in one stays. A field archived since the plan is
 * left out.
 */
export async function insertCustom(
  tx: Tx,
  clients: readonly OwnOfClient[],
  { book, fields }: { book: TraceBook; fields: readonly CustomField[] },
): Promise<void> {
  const rowOf = new Map(clients.map(({ clientId, rowId }) => [clientId, rowId]));
  const writes = clients.flatMap(({ clientId, custom }) =>
    fields.flatMap((field) => {
      const value = custom[field.id];
      return value === undefined || field.archived ? [] : [{ recordId: clientId, field, value }];
    }),
  );
  for (const { recordId, key } of await fillCustomValues(tx, "client", writes))
    book.created(rowOf.get(recordId) ?? "", "custom_values", key);
}
