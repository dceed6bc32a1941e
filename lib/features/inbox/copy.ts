import { paths } from "@/lib/paths";
import { formatDateTime, formatRelative } from "@/lib/values/format";
import { isoOf } from "@/lib/values/instant";
import type { InboxRow } from "./schema";

const RECORDS: Record<string, (id: string) => string> = {
  client: paths.staff.client,
  prospect: paths.staff.prospect,
  contact: paths.staff.contact,
  event: paths.staff.event,
  session: paths.staff.session,
  practitioner: paths.staff.practitioner,
};

/** One thing in the inbox with every word chosen. */
export type InboxItemView = {
  id: string;
  kind: InboxRow["kind"];
  sentence: string;
  text: string | null;
  on: string | null;
  href: string;
  when: { text: string; exact: string; iso: string };
};

type Words = (key: string, values?: Record<string, string | number>) => string;
type Context = { words: Words; sentenceOf: (row: InboxRow) => string; now: Date; zone: string };

export function inboxItemView(row: InboxRow, { words, sentenceOf, now, zone }: Context): InboxItemView {
  const { id, kind, subjectName, actorName, text, at } = row;
  const values = { actor: actorName, task: text ?? "" };
  return {
    id,
    kind,
    sentence: kind === "followed" ? sentenceOf(row) : words(`inbox.sentences.${kind}`, values),
    text: kind === "followed" || kind === "task" ? null : text,
    on: subjectName,
    href: hrefOf(row),
    when: {
      text: formatRelative(at, now, { locale: "en" }),
      exact: formatDateTime(at, { locale: "en", zone, showZone: true }),
      iso: isoOf(at),
    },
  };
}

function hrefOf({ kind, subjectKind, subjectId }: InboxRow): string {
  if (kind === "cover") return paths.staff.coverRequests;
  const address = subjectKind ? RECORDS[subjectKind] : undefined;
  return kind === "task" || !address || !subjectId ? paths.staff.tasks : address(subjectId);
}
