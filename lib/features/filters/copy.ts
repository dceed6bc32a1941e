import { formatDate, formatList, formatNumber } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import type { FilterCondition, FilterField, FilterTree, Period } from "./schema";

/** The translator of the "filters" words; next-intl's `getTranslations("filters")` fits. */
export type FilterWords = (key: string, params?: Record<string, string | number>) => string;

export type FilterLabels = {
  words: FilterWords;
  /** Name of a field, from its label key. */
  fieldLabel: (labelKey: string) => string;
  /** Name of a choice or of the record with this id. */
  valueLabel: (field: FilterField, value: string) => string;
  locale: Locale;
};

/** The filter as one sentence: "Status is Active and no sessions between Jan 1, 2026 and Mar 31, 2026". */
export function describeFilter(tree: FilterTree, fields: readonly FilterField[], labels: FilterLabels): string {
  return describeNode(tree, (condition) => describeCondition(condition, fields, labels), labels.words);
}

function describeNode(tree: FilterTree, leaf: (condition: FilterCondition) => string, words: FilterWords): string {
  if ("not" in tree) return words("not", { condition: describeNode(tree.not, leaf, words) });
  if ("all" in tree) return joined(tree.all, "and");
  if ("any" in tree) return joined(tree.any, "or");
  return leaf(tree);

  function joined(children: readonly FilterTree[], key: "and" | "or"): string {
    const [only] = children;
    if (!only) return words("everything");
    if (children.length === 1) return describeNode(only, leaf, words);
    return children
      .map((child) => {
        const condition = describeNode(child, leaf, words);
        return "all" in child || "any" in child ? words("group", { condition }) : condition;
      })
      .reduce((first, second) => words(key, { first, second }));
  }
}

function describeCondition(condition: FilterCondition, fields: readonly FilterField[], labels: FilterLabels): string {
  const definition = fields.find((each) => each.key === condition.field);
  const field = definition ? labels.fieldLabel(definition.labelKey) : condition.field;
  return labels.words(`sentence.${condition.operator}`, { field, ...valueWords(condition, definition, labels) });
}

function valueWords(
  { operator, value }: FilterCondition,
  definition: FilterField | undefined,
  { words, valueLabel, locale }: FilterLabels,
): Record<string, string> {
  if (value === undefined) return {};
  if (typeof value === "number") return { value: formatNumber(value, locale, { maximumFractionDigits: 20 }) };
  if (typeof value === "string") {
    return { value: operator === "before" || operator === "after" ? formatDate(value, locale) : value };
  }
  if (Array.isArray(value)) {
    const names = value.map((each) => (definition ? valueLabel(definition, each) : each));
    return { value: formatList(names, locale, { type: "disjunction" }) };
  }
  if ("min" in value) return { min: formatNumber(value.min, locale), max: formatNumber(value.max, locale) };
  return { period: describePeriod(value, words, { locale }) };
}

/** "in the last 30 days", "between Jan 1, 2026 and Mar 31, 2026", "on or after Jan 1, 2026". */
export function describePeriod(period: Period, words: FilterWords, { locale }: { locale: Locale }): string {
  if ("named" in period) return words(`period.${period.named}`);
  if ("lastDays" in period) return words("period.lastDays", { days: period.lastDays });
  if ("nextDays" in period) return words("period.nextDays", { days: period.nextDays });
  const start = period.start === null ? "" : formatDate(period.start, locale);
  const end = period.end === null ? "" : formatDate(period.end, locale);
  if (start && end) return words(start === end ? "period.on" : "period.between", { start, end });
  if (start) return words("period.from", { start });
  return end ? words("period.until", { end }) : words("period.any");
}
