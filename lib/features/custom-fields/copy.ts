import type { FilterLabels } from "@/lib/features/filters/copy";
import type { FilterField } from "@/lib/features/filters/schema";
import { formatDate, formatNumber } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import { customOfKey, plainValue } from "./rules";
import type { CustomField, CustomValue } from "./schema";

/** A value as people read it; null where there is none. */
export function customText(field: CustomValue, { locale, yes, no }: { locale: Locale; yes: string; no: string }) {
  const { type, value } = field;
  if (value === null) return null;
  if (type === "date") return formatDate(value, locale);
  if (type === "number") return formatNumber(Number(value), locale, { maximumFractionDigits: 6 });
  if (type === "yes_no") return value === "yes" ? yes : no;
  return String(plainValue(field) ?? "");
}

/** The words of the organization's own fields in a filter; null for every field that is none of them. */
export function customFilterWords(
  fields: readonly CustomField[],
  { yes, no, unknown }: { yes: string; no: string; unknown: string },
) {
  const fieldOf = (key: string) => {
    const named = customOfKey(key);
    return named && (fields.find(({ id }) => id === named.id) ?? "unknown");
  };
  return {
    labelOf(key: string): string | null {
      const field = fieldOf(key);
      return field === "unknown" ? unknown : (field?.label ?? null);
    },
    valueOf(key: string, value: string): string | null {
      const field = fieldOf(key);
      if (field === null || field === "unknown") return field && unknown;
      if (field.type === "yes_no") return value === "true" ? yes : no;
      return field.choices.find(({ id }) => id === value)?.label ?? unknown;
    },
    optionsOf(key: string): readonly string[] | null {
      const field = fieldOf(key);
      if (field === null || field === "unknown") return null;
      return field.type === "yes_no" ? ["true", "false"] : field.choices.map(({ id }) => id);
    },
  };
}

/** The words of a filter, and the values that each of its fields offers. */
export type EditorLabels = FilterLabels & { optionsOf: (field: FilterField) => readonly string[] };

type LabelSource = {
  /** The list's namespace in the catalogue; it has `filterFields` and `values`. */
  list: "clients" | "contacts" | "prospects";
  words: (key: string, values?: Record<string, string | number>) => string;
  /** The organization's words. */
  values: Record<string, string>;
  /** What a reference can be, by the key of its field. */
  references: Record<string, readonly { id: string; name: string }[]>;
  custom: readonly CustomField[];
  locale: Locale;
};

/** The words in which a filter of a list is said and edited, the organization's own fields among them. */
export function listFilterLabels({ list, words, values, references, custom, locale }: LabelSource): EditorLabels {
  const [yes, no, unknown] = [words("custom-fields.yes"), words("custom-fields.no"), words("custom-fields.unknown")];
  const own = customFilterWords(custom, { yes, no, unknown });
  return {
    words: (key, params) => words(`filters.${key}`, params),
    locale,
    fieldLabel: (key) => own.labelOf(key) ?? words(`${list}.filterFields.${key}`, values),
    valueLabel: (field, value) => {
      const ownValue = own.valueOf(field.key, value);
      if (ownValue !== null) return ownValue;
      const named = references[field.key]?.find(({ id }) => id === value);
      if (named) return named.name;
      if (field.kind === "reference" || references[field.key]) return words("filters.unknownChoice");
      return words(`${list}.values.${value}`, values);
    },
    optionsOf: (field) => own.optionsOf(field.key) ?? field.choices ?? references[field.key]?.map(({ id }) => id) ?? [],
  };
}
