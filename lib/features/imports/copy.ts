import type { RowProblem } from "@/lib/features/imports/schema";

/** The translator of the "import-problems" words; next-intl's `getTranslations("import-problems")` fits. */
export type ProblemWords = (key: string, params?: Record<string, string | number>) => string;

/** What is wrong, without the place: "“31.02.2024” is a day that does not exist." */
export function problemSentence({ code, params }: RowProblem, words: ProblemWords): string {
  return words(`problem.${code}`, params);
}

/** Where it is wrong: "Row 7, Client Start Date". */
export function problemPlace({ row, column }: RowProblem, words: ProblemWords): string {
  if (row !== null && column !== null) return words("place.cell", { row, column });
  if (row !== null) return words("place.row", { row });
  return column === null ? words("place.file") : words("place.column", { column });
}

/** Both in one line, for lists and the error file: "Row 7, Client Start Date: “31.02.2024” is a day that …". */
export function describeProblem(problem: RowProblem, words: ProblemWords): string {
  return words("line", { place: problemPlace(problem, words), problem: problemSentence(problem, words) });
}
