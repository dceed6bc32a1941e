import { termValues } from "@/lib/features/clients/copy";
import { problemSentence } from "@/lib/features/imports/copy";
import { PROBLEM_SEVERITY, type RowProblem } from "@/lib/features/imports/schema";
import type { Terminology } from "@/lib/features/settings/schema";
import type { RowReason } from "@/lib/platform/operation/handler";

/** The organization's own words as values of our sentences, at the beginning of one and within. */
export function importTerms(terms: Terminology): Record<string, string> {
  const values = termValues(terms);
  const within = Object.entries(values).map(([key, word]) => [`${key}InText`, word.toLowerCase()]);
  return { ...Object.fromEntries(within), ...values };
}

/** A translator that takes full keys, such as `pageWords` gives. */
export type FullWords = (key: string, values?: Record<string, string | number>) => string;

/** Why a row came out as it did: "“31.02.2024” is a day that does not exist." */
export function reasonSentence(reason: RowReason, words: FullWords): string {
  if (!Object.hasOwn(PROBLEM_SEVERITY, reason.code)) {
    return words(`imports.reason.${reason.code}`, reason.params as Record<string, string | number> | undefined);
  }
  return problemSentence(reason as unknown as RowProblem, (key, params) => words(`import-problems.${key}`, params));
}

/** "Row 7, Client Start Date: …", or only the sentence where it belongs to no row. */
export function reasonLine(reason: RowReason, words: FullWords): string {
  const problem = reasonSentence(reason, words);
  if (typeof reason.row !== "number") return problem;
  const { row, column } = reason as unknown as RowProblem;
  const place =
    column === null
      ? words("import-problems.place.row", { row: row ?? 0 })
      : words("import-problems.place.cell", { row: row ?? 0, column });
  return words("import-problems.line", { place, problem });
}
