import { OWN_WORD } from "@/lib/features/custom-fields/rules";
import { formatDateTime, formatRelative } from "@/lib/values/format";
import { isoOf } from "@/lib/values/instant";
import type { Locale } from "@/lib/values/locale";
import type { StreamLine } from "./schema";

/** One line of the stream with every word already chosen. */
export type StreamItem = {
  id: string;
  /** What it is about: the part of its kind before the dot. */
  about: string;
  sentence: string;
  client: { id: string; label: string } | null;
  when: { text: string; exact: string; iso: string };
  changes: { label: string; from: string; to: string }[];
  funding: { identifier: string; reportable: boolean; meaning: string } | null;
  note: string | null;
};

type Words = ((key: string, values?: Record<string, string | number>) => string) & { has: (key: string) => boolean };
type Context = { words: Words; now: Date; zone: string; locale: Locale };

const MAX_SHOWN = 80;

/** A recorded fact as a sentence, by the words of messages/<language>/history.json and fields.json. */
export function streamItem(line: StreamLine, { words, now, zone, locale }: Context): StreamItem {
  const changes = changesOf(line.data, words);
  const fields = changes.map(({ label }) => label).join(", ");
  const values = {
    actor: line.actorName || words("history.somebody"),
    client: line.client?.name ?? "",
    fields,
    ...flatValues(line.data),
  };
  const key = `history.${line.kind}`;
  return {
    id: line.id,
    about: line.kind.split(".")[0] ?? "",
    sentence: words.has(key) ? words(key, values) : line.kind,
    client: line.client && { id: line.client.id, label: `${line.client.name} (${line.client.number})` },
    when: {
      text: formatRelative(line.at, now, { locale }),
      exact: formatDateTime(line.at, { locale, zone, showZone: true }),
      iso: isoOf(line.at),
    },
    changes,
    funding: fundingOf(line.data, words),
    note: typeof line.data.note === "string" && line.data.note ? line.data.note : null,
  };
}

/** What happened in one sentence, where nothing else is shown of it. */
export function happenedSentence(
  line: Partial<Pick<StreamLine, "kind" | "data">> & { actorName: string },
  words: Words,
): string {
  const { kind = "", data = {}, actorName } = line;
  const fields = changesOf(data, words)
    .map(({ label }) => label)
    .join(", ");
  const values = { actor: actorName || words("history.somebody"), client: "", fields, ...flatValues(data) };
  return words.has(`history.${kind}`) ? words(`history.${kind}`, values) : kind;
}

/** A page of the stream, line by line as a sentence. */
export function streamItems(page: { rows: readonly StreamLine[]; next: string | null }, context: Context) {
  return { items: page.rows.map((line) => streamItem(line, context)), older: page.next };
}

function flatValues(data: Record<string, unknown>): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(data)) {
    if (typeof value === "string" || typeof value === "number") values[name] = value;
    else if (value === null) values[name] = "";
    else if (typeof value === "boolean") values[name] = String(value);
  }
  return values;
}

function changesOf(data: Record<string, unknown>, words: Words): StreamItem["changes"] {
  const { changes } = data;
  if (typeof changes !== "object" || changes === null) return [];
  return Object.entries(changes as Record<string, { from: unknown; to: unknown }>).map(([field, { from, to }]) => ({
    label: labelOf(field, words),
    from: choiceOf(field, from, words) ?? shown(from, words),
    to: choiceOf(field, to, words) ?? shown(to, words),
  }));
}

function labelOf(field: string, words: Words): string {
  if (field.startsWith(OWN_WORD)) return field.slice(OWN_WORD.length);
  return words.has(`fields.${field}`) ? words(`fields.${field}`) : field;
}

/** The word for one of a few values, where the field has words for them. */
function choiceOf(field: string, value: unknown, words: Words): string | null {
  const key = `history.choices.${field}.${value}`;
  return typeof value === "string" && words.has(key) ? words(key) : null;
}

function shown(value: unknown, words: Words): string {
  if (value === null || value === undefined || value === "") return words("history.blank");
  if (typeof value === "boolean") return words(value ? "history.yes" : "history.no");
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

function fundingOf(data: Record<string, unknown>, words: Words): StreamItem["funding"] {
  const { fundingSource: identifier, reportable } = data;
  if (typeof identifier !== "string" || !identifier || typeof reportable !== "boolean") return null;
  return { identifier, reportable, meaning: words(reportable ? "history.reportable" : "history.notReportable") };
}
