"use client";
import dynamic from "next/dynamic";
import { useContext } from "react";
import { FormContext } from "@/components/ui/form-context";
import type { RecordEdits } from "@/lib/platform/form-keeping";

type ConflictPanelProps = { base: RecordEdits; zone: string; onResolve: (base: RecordEdits) => void };

// Few people ever meet one: its code is asked for when it is needed.
const OpenConflict = dynamic(async () => (await import("./open-conflict")).OpenConflict);

/** After a save that came too late: what each side wants of each field, and one press that saves the choice. */
export function ConflictPanel({ base, zone, onResolve }: ConflictPanelProps) {
  const { refusal } = useContext(FormContext);
  const conflict = refusal?.conflict;
  if (!conflict) return null;
  return <OpenConflict key={conflict.version} {...{ base, zone, onResolve, conflict }} />;
}
