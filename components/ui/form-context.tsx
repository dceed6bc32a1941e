"use client";
import { createContext, type RefObject, useContext, useEffect, useId } from "react";
import type { Refusal, Submitted } from "@/lib/platform/action-state";

/** How a field names itself and its values, for whoever must speak about them elsewhere. */
export type FieldWords = { label: string; options?: readonly { value: string; label: string }[]; isBox?: boolean };

export type FormContextValue = {
  id: string;
  refusal: Refusal | null;
  submitted: Submitted;
  /** Whether `submitted` is a whole form, so that a box missing there is one that was not ticked. */
  refilled: boolean;
  pending: boolean;
  fields: Map<string, FieldWords>;
  formElement: RefObject<HTMLFormElement | null>;
  /** Whether what somebody else saved meanwhile is shown field by field. */
  showsConflicts: boolean;
  /** Fills the form with these values and sends it. */
  resolve: (values: Submitted) => void;
};

export const FormContext = createContext<FormContextValue>({
  id: "",
  refusal: null,
  submitted: {},
  refilled: false,
  pending: false,
  fields: new Map(),
  formElement: { current: null },
  showsConflicts: false,
  resolve: () => {},
});

/** The element id of a field, so that the problem summary can lead to it. */
export function fieldId(formId: string, name: string) {
  return `${formId}-${name.replace(/[^\w-]/g, "-")}`;
}

/** What the surrounding form knows about one field: its id, its error and what was sent last. */
export function useField(name: string, options: { help?: unknown; required?: boolean; words?: FieldWords } = {}) {
  const form = useContext(FormContext);
  const { words } = options;
  useEffect(() => {
    if (words) form.fields.set(name, words);
  });
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
    refilled: form.refilled,
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
