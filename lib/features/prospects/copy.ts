import { type EditorLabels, listFilterLabels } from "@/lib/features/custom-fields/copy";
import type { LocalDate } from "@/lib/values/date";
import { formatDate } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import type { ProspectChoices, ProspectOutcome } from "./schema";

export const OUTCOME_TONES: Record<ProspectOutcome, "accent" | "success" | "neutral"> = {
  OPEN: "accent",
  WON: "success",
  LOST: "neutral",
};

/** What is to be done next and by when, in words; null where nothing is. */
export type NextStepItem = { text: string | null; due: string | null; overdue: boolean };

export function nextStepItem(
  { nextStep, nextStepOn }: { nextStep: string | null; nextStepOn: string | null },
  { today, locale }: { today: LocalDate; locale: Locale },
): NextStepItem | null {
  if (!nextStep && !nextStepOn) return null;
  const due = nextStepOn && formatDate(nextStepOn, locale);
  return { text: nextStep, due, overdue: nextStepOn !== null && nextStepOn < today };
}

type FilterWords = ((key: string, values?: Record<string, string | number>) => string) & { locale: Locale };

/** The words in which a filter of prospects is said and edited. */
export function prospectFilterLabels(source: {
  words: FilterWords;
  values: Record<string, string>;
  choices: ProspectChoices;
}): EditorLabels {
  const { words, values, choices } = source;
  const { stages, owners, centers, custom } = choices;
  const references = { stage: stages, owner: owners, center: centers };
  return listFilterLabels({ list: "prospects", words, values, references, custom, locale: words.locale });
}
