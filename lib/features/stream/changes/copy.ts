import { streamItem } from "@/lib/features/stream/copy";
import type { RecordedChange } from "./schema";

type Context = Parameters<typeof streamItem>[1];

/** One field that was changed, in words. */
export type ChangeRow = {
  id: string;
  /** The save it was part of, and the field as history names it. */
  entryId: string;
  key: string;
  when: string;
  who: string;
  field: string;
  from: string;
  to: string;
  /** It put an old value back. */
  restored: boolean;
};

/** Field by field what a save changed. A change of status counts as one, its reason as another. */
export function changeRows(change: RecordedChange, context: Context): ChangeRow[] {
  const data = withChanges(change);
  const item = streamItem({ ...change, client: null, data }, context);
  const keys = Object.keys(data.changes ?? {});
  return item.changes.map(({ label, from, to }, index) => ({
    id: `${change.id}-${label}`,
    entryId: change.id,
    key: keys[index] ?? "",
    restored: typeof change.data.restores === "string",
    when: item.when.exact,
    who: change.actorName || context.words("history.somebody"),
    field: label,
    from,
    to,
  }));
}

function withChanges({ kind, data }: RecordedChange): Record<string, unknown> {
  if (kind !== "client.status-changed") return data;
  const { from, to, reason } = data;
  return { changes: { status: { from, to }, ...(reason ? { reason: { from: null, to: reason } } : {}) } };
}
