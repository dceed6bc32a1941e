import { happenedSentence, streamItem } from "@/lib/features/stream/copy";
import { paths } from "@/lib/paths";
import { HISTORY } from "@/lib/platform/history/catalogue";
import { csvLine } from "@/lib/values/csv-safe";
import { formatDateTime } from "@/lib/values/format";
import { isoOf } from "@/lib/values/instant";
import type { Locale } from "@/lib/values/locale";
import type { AuditEntry } from "./schema";

type Words = Parameters<typeof happenedSentence>[1];
type Context = { words: Words; now: Date; zone: string; locale: Locale };

/** One entry with every word already chosen. */
export type AuditLine = {
  id: string;
  when: string;
  kind: string;
  sentence: string;
  changes: { label: string; from: string; to: string }[];
  who: string;
  record: { id: string; name: string; href: string | null } | null;
  from: string | null;
};

const HREFS: Readonly<Record<string, (id: string) => string>> = {
  client: paths.staff.client,
  contact: paths.staff.contact,
  prospect: paths.staff.prospect,
  practitioner: paths.staff.practitioner,
  account: paths.staff.admin.account,
  operation: paths.staff.admin.operation,
};

/** What happened, by the catalogue's own short name of it. */
export function happenedLabel(kind: string, words: Words): string {
  return words.has(`audit.happened.${kind}`) ? words(`audit.happened.${kind}`) : kind;
}

/** Everything that can have happened, for choosing from, by its name. */
export function happenedChoices(words: Words): { value: string; label: string }[] {
  return Object.keys(HISTORY)
    .map((kind) => ({ value: kind, label: happenedLabel(kind, words) }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
}

const sentenceOf = (entry: AuditEntry, words: Words) =>
  words.has(`history.${entry.kind}`) ? happenedSentence(entry, words) : happenedLabel(entry.kind, words);

/** An entry as the page shows it. */
export function auditLine(entry: AuditEntry, { words, now, zone, locale }: Context): AuditLine {
  const { changes } = streamItem({ ...entry, client: null }, { words, now, zone, locale });
  const { subjectId, subjectName, subjectKind } = entry;
  return {
    id: entry.id,
    when: formatDateTime(entry.at, { locale, zone, showZone: true }),
    kind: happenedLabel(entry.kind, words),
    sentence: sentenceOf(entry, words),
    changes,
    who: entry.actorName || words("audit.system"),
    record:
      (subjectId && {
        id: subjectId,
        name: subjectName ?? subjectKind,
        href: subjectName ? (HREFS[subjectKind]?.(subjectId) ?? null) : null,
      }) ||
      null,
    from: entry.ip,
  };
}

const COLUMNS = [
  "id",
  "at",
  "kind",
  "what",
  "actorKind",
  "actor",
  "subjectKind",
  "subjectId",
  "data",
  "operation",
  "request",
  "ip",
] as const;

/** The first line of an export. */
const auditHeader = (words: Words) => csvLine(COLUMNS.map((column) => words(`audit.sheet.${column}`)));

/** One entry as a line of an export. */
function auditCells(entry: AuditEntry, words: Words): string {
  const { id, at, kind, actorKind, actorName, subjectKind, subjectId, data, operationId, requestId, ip } = entry;
  const facts = [id, isoOf(at), kind, sentenceOf(entry, words), actorKind, actorName, subjectKind, subjectId];
  return csvLine([...facts, JSON.stringify(data), operationId, requestId, ip].map((cell) => cell ?? ""));
}

/** An export piece by piece. */
export async function* auditSheet(batches: AsyncGenerator<AuditEntry[]>, words: Words): AsyncGenerator<string> {
  // Spreadsheets take a file for UTF-8 only by its mark.
  yield `\ufeff${auditHeader(words)}`;
  for await (const batch of batches) yield batch.map((entry) => auditCells(entry, words)).join("");
}
