import { z } from "zod";

/** Old and new value of each field that changed, by field name. */
export const fieldChanges = z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() }));
export type FieldChanges = z.infer<typeof fieldChanges>;

/** What a kind of history entry holds, and whether people read it in the data stream. */
export type HistoryKind = { data: z.ZodType; stream: boolean };

export function historyKind<Data extends z.ZodType>(
  data: Data,
  { stream }: { stream: boolean },
): { data: Data; stream: boolean } {
  return { data, stream };
}

/** The fields in which two flat records differ; null when they do not. */
export function changesBetween<T extends Record<string, unknown>>(before: T, after: Partial<T>): FieldChanges | null {
  const changes: FieldChanges = {};
  for (const [field, to] of Object.entries(after)) {
    const from = before[field];
    if (to !== undefined && plain(from) !== plain(to)) changes[field] = { from: plainValue(from), to: plainValue(to) };
  }
  return Object.keys(changes).length > 0 ? changes : null;
}

const plainValue = (value: unknown) => (value instanceof Date ? value.toISOString() : (value ?? null));
const plain = (value: unknown) => JSON.stringify(plainValue(value));
