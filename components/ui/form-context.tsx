"use client";
import { createContext, useContext, useId } from "react";
import type { Refusal, Submitted } from "@/lib/platform/action-state";

export type FormContextValue = { id: string; refusal: Refusal | null; submitted: Submitted; pending: boolean };

export const FormContext = createContext<FormContextValue>({ id: "", refusal: null, submitted: {}, pending: false });

/** The element id of a field, so that the problem summary can lead to it. */
export function fieldId(formId: string, name: string) {
  return `${formId}-${name.replace(/[^\w-]/g, "-")}`;
}

/** What the surrounding form knows about one field: its id, its error and what was sent last. */
export function useField(name: string, options: { help?: unknown; required?: boolean } = {}) {
  const form = useContext(FormContext);
  const loneId = useId();
  const id = form.id ? fieldId(form.id, name) : loneId;
  const error = form.refusal?.fields[name] ?? null;
  const messageId = `${id}-message`;
  return {
    id,
    messageId,
    error,
    pending: form.pending,
    submitted: form.submitted[name],
    aria: {
      "aria-invalid": error ? (true as const) : undefined,
      "aria-describedby": error || options.help ? messageId : undefined,
      "aria-required": options.required ? (true as const) : undefined,
    },
  };
}

/** The single value that was sent under a name, or else what the page offers. */
export function firstOf(submitted: string | string[] | undefined, otherwise: string | undefined) {
  return Array.isArray(submitted) ? submitted[0] : (submitted ?? otherwise);
}
