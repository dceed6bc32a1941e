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
