"use client";
import { createContext } from "react";

/** What the buttons of a form can do with its draft. */
export type DraftHandle = {
  note: string;
  /** Who else is changing the same record. */
  editors: readonly string[];
  /** Keeps what is typed now; false when it could not be kept. */
  keepNow: () => Promise<boolean>;
  /** Throws the draft away, to leave or to begin again; answers how to take that back. */
  discard: (options: { andGo: boolean }) => Promise<(() => void) | null>;
};

export const DraftContext = createContext<DraftHandle | null>(null);
