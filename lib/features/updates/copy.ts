import { termValues } from "@/lib/features/clients/copy";
import type { Terminology } from "@/lib/features/settings/schema";
import type { BulkField } from "@/lib/platform/operation/bulk-field";
import type { RowReason } from "@/lib/platform/operation/handler";
import { formatList } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import type { Noun } from "./schema";

export type UpdateWords = ((key: string, values?: Record<string, string | number>) => string) & {
  has: (key: string) => boolean;
  locale: Locale;
};

/** What a field is called: what people called it themselves, or the product's words with the organization's terms. */
export function fieldLabel(
  { label, key }: Pick<BulkField, "label" | "key">,
  { noun, words, terms }: { noun: Noun; words: UpdateWords; terms: Terminology },
): string {
  return label ?? words(`updates.fields.${noun}.${key}`, termValues(terms));
}

/** Why a record was not changed, as a sentence. */
export function updateReason(reason: RowReason, { words, terms }: { words: UpdateWords; terms: Terminology }): string {
  const key = `updates.reasons.${reason.code}`;
  if (!words.has(key)) return words("updates.reasons.conflict");
  const { fields } = reason;
  const named = Array.isArray(fields) ? fields.map((field) => words(`statuses.fields.${field}`)) : [];
  return words(key, { ...termValues(terms), fields: formatList(named, words.locale) });
}
