"use client";
import { useContext, useState } from "react";
import { FormContext } from "@/components/ui/form-context";
import { formDataOf, valuesIn } from "@/components/ui/form-values";
import type { PlannedOccurrence } from "@/lib/features/scheduling/series/schema";
import type { ServerAction } from "@/lib/platform/action-state";

/** The dates that the form around would plan or change, as the server sees them before anything is saved. */
export function useSeriesDates<Occurrence extends PlannedOccurrence>(ask: ServerAction<Occurrence[]>) {
  const { formElement } = useContext(FormContext);
  const [dates, setDates] = useState<Occurrence[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function show() {
    if (!formElement.current) return;
    setBusy(true);
    const answer = await ask(null, formDataOf(valuesIn(formElement.current)));
    setBusy(false);
    setDates(answer.ok ? answer.data : null);
    setProblem(answer.ok ? null : ([answer.refusal.message, ...Object.values(answer.refusal.fields)].at(-1) ?? null));
  }
  const found = dates && { count: dates.length, problems: dates.filter((each) => each.problems.length > 0).length };
  return { dates, found, problem, busy, show, clear: () => setDates(null) };
}
