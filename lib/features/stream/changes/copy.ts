import { streamItem } from "@/lib/features/stream/copy";
import type { RecordedChange } from "./schema";

type Context = Parameters<typeof streamItem>[1];

/** One field that was changed, in words. */
export type ChangeRow = { id: string; when: string; who: string; field: string; from: string; to: string };

/** Field by field what a save changed. A change of status counts as one, its reason as another. */
export function changeRows(change: RecordedChange, context: Context): ChangeRow[] {
  const item = streamItem({ ...change, client: null, data: withChanges(change) }, context);
  return item.changes.map(({ label, from, to }) => ({
    id: `${change.id}-${label}`,
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
