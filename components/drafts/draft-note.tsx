"use client";
import { useContext } from "react";
import { DraftContext } from "./draft-context";

/** Says when the draft was last kept, for forms that stay where they are. */
export function DraftNote() {
  const draft = useContext(DraftContext);
  return (
    <p aria-live="polite" className="min-h-6 text-muted text-sm tabular-nums">
      {draft?.note}
    </p>
  );
}
