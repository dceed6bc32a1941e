import { formatDateTime, formatDay, formatRelative } from "@/lib/values/format";
import { type Instant, isoOf } from "@/lib/values/instant";
import type { Locale } from "@/lib/values/locale";
import type { OperationView } from "./queries";

type Context = { now: Instant; zone: string; locale: Locale };

/** When an operation was begun, as a list and a page show it. */
export function operationTime({ createdAt }: Pick<OperationView, "createdAt">, { now, zone, locale }: Context) {
  return {
    text: formatRelative(createdAt, now, { locale }),
    exact: formatDateTime(createdAt, { locale, zone, showZone: true }),
    iso: isoOf(createdAt),
  };
}

/** The last day on which an operation can be undone; null when it cannot. */
export function undoDay(operation: OperationView, { now, zone, locale }: Context): string | null {
  const { status, undoUntil } = operation;
  const settled = status === "APPLIED" || status === "UNDONE";
  return settled && undoUntil && undoUntil > now ? formatDay(undoUntil, { locale, zone }) : null;
}

/** Who began an operation and when, for the head of its page. */
export function operationFacts(operation: OperationView, context: Context): string[] {
  const { exact } = operationTime(operation, context);
  return operation.by ? [operation.by, exact] : [exact];
}

type Words = ((key: string, values?: Record<string, string | number>) => string) & { has: (key: string) => boolean };

/** What became of taking a row back, as a sentence: `undo` is "undone" or "<why it was left>:<table>". */
export function undoSentence(undo: string, words: Words): string {
  if (undo === "undone") return words("operations.outcome.undone");
  const [why = "", table = ""] = undo.split(":");
  if (!words.has(`operations.left.${why}`)) return why;
  const what = words.has(`operations.tables.${table}`) ? words(`operations.tables.${table}`) : table;
  return words(`operations.left.${why}`, { what });
}
