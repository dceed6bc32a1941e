import type { z } from "zod";

type Words = ((key: string, values?: Record<string, string | number>) => string) & { has: (key: string) => boolean };

/**
 * A schema's complaints as one sentence per form field. Schemas name the words ("required", "email") of the
 * "validation" catalogue, or of any other by full key; what zod says by itself becomes the nearest of ours.
 */
export function fieldSentences(error: z.ZodError, translate: Words): Record<string, string> {
  const sentences: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = issue.path.join(".");
    sentences[field] ??= sentenceOf(issue, translate);
  }
  return sentences;
}

function sentenceOf(issue: z.core.$ZodIssue, translate: Words): string {
  const values = {
    maximum: "maximum" in issue ? Number(issue.maximum) : 0,
    minimum: "minimum" in issue ? Number(issue.minimum) : 0,
  };
  for (const key of [`validation.${issue.message}`, issue.message]) {
    if (/^[\w.-]+$/.test(issue.message) && translate.has(key)) return translate(key, values);
  }
  if (issue.code === "invalid_type" && issue.input === undefined) return translate("validation.required");
  return translate(`validation.${issue.code === "too_big" ? "too_long" : "invalid"}`, values);
}
