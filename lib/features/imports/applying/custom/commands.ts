import "server-only";
import { fillCustomValues } from "@/lib/features/custom-fields/commands";
import type { OwnFields, OwnRecord } from "@/lib/features/imports/custom/schema";
import type { Tx } from "@/lib/platform/db/db";
import type { TraceBook } from "@/lib/platform/operation/trace-book";

/** What a row of the file says in the organization's own fields of one record. */
export type OwnOf = { rowId: string; recordId: string; custom: Record<string, string> | undefined };

/**
 * Keeps what a file says in the organization's own fields; what stands in one stays. A field archived since the plan is
 * left out.
 */
export async function insertCustom(
  tx: Tx,
  { record, said }: { record: OwnRecord; said: readonly OwnOf[] },
  { book, own }: { book: TraceBook; own: OwnFields },
): Promise<void> {
  const rowOf = new Map(said.map(({ recordId, rowId }) => [recordId, rowId]));
  const writes = said.flatMap(({ recordId, custom }) =>
    own[record].flatMap((field) => {
      const value = custom?.[field.id];
      return value === undefined || field.archived ? [] : [{ recordId, field, value }];
    }),
  );
  for (const { recordId, key } of await fillCustomValues(tx, record, writes))
    book.created(rowOf.get(recordId) ?? "", "custom_values", key);
}
