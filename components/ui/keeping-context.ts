"use client";
import { createContext, type ReactNode, type RefObject } from "react";
import type { Submitted } from "@/lib/platform/action-state";

/** What is put around a form that keeps a draft or changes a record that others change too. */
export type Keeping = {
  form: RefObject<HTMLFormElement | null>;
  /** What was typed earlier; the fields take it up. */
  values: Submitted | null;
  /** Stands at the top, inside the form. */
  top: ReactNode;
};

export const KeepingContext = createContext<Keeping | null>(null);
