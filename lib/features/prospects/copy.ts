import type { LocalDate } from "@/lib/values/date";
import { formatDate } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import type { ProspectOutcome } from "./schema";

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
