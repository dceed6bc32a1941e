import "server-only";
import type { Terminology } from "@/lib/features/settings/schema";
import { type ChoosableRow, countHanded, listChoosable } from "@/lib/features/updates/choosing/queries";
import { fieldLabel, type UpdateWords } from "@/lib/features/updates/copy";
import { findNoun, listFields } from "@/lib/features/updates/nouns/queries";
import { handedOver, handedQuery, MOST_RECORDS, type Noun, updateSearch } from "@/lib/features/updates/schema";
import { labelledChoices } from "@/lib/features/updates/valuing/queries";
import type { Actor } from "@/lib/platform/access/actor";
import type { BulkChoice, BulkField } from "@/lib/platform/operation/bulk-field";
import type { Page } from "@/lib/platform/page";

/** The value that is asked for, as the page's form needs it. */
export type AskedField = {
  key: string;
  kind: BulkField["input"]["kind"];
  choices: BulkChoice[];
  optional: boolean;
  asksReason: boolean;
  max: number | null;
  offered: string | undefined;
};

/** All that the page of an update shows before anything is looked at. */
export type UpdateForm = {
  noun: Noun;
  query: string;
  list: string;
  fields: BulkChoice[];
  field: AskedField | null;
  total: { count: number; more: boolean };
  page: Page<ChoosableRow>;
};

type Asked = { noun: string; query: Readonly<Record<string, unknown>> };

/** The records a list handed over and the fields they can be given; null where this person may not change such records. */
export async function findUpdateForm(
  actor: Actor,
  asked: Asked,
  context: { words: UpdateWords; terms: Terminology },
): Promise<UpdateForm | null> {
  const found = findNoun(actor, asked.noun);
  if (!found) return null;
  const { name, noun } = found;
  const handed = handedOver(asked.query);
  const { field: key, at, to } = updateSearch.parse(asked.query);
  const fields = await listFields(actor, noun);
  const field = fields.find((each) => each.key === key);
  const change = field ? await field.change(null) : null;
  const [count, page, choices] = await Promise.all([
    countHanded(actor, noun, handed),
    listChoosable(actor, noun, { handed, change, at }),
    field ? labelledChoices(actor, field) : [],
  ]);
  return {
    noun: name,
    query: handedQuery(handed),
    list: noun.list(handed.address),
    fields: fields.map((each) => ({ value: each.key, label: fieldLabel(each, { noun: name, ...context }) })),
    field: field ? askedField(field, { choices, offered: to }) : null,
    total: { count: Math.min(count, MOST_RECORDS), more: count > MOST_RECORDS },
    page,
  };
}

function askedField(
  { key, input, optional = false, needsReason }: BulkField,
  { choices, offered }: Pick<AskedField, "choices" | "offered">,
): AskedField {
  const max = input.kind === "text" ? input.max : null;
  return { key, kind: input.kind, choices, optional, asksReason: needsReason !== undefined, max, offered };
}
