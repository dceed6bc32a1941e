"use client";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import type { OperationView } from "@/lib/platform/operation/queries";

const LOOK_MS = 700;
const MOVING = new Set(["PLANNING", "APPLYING", "UNDOING"]);

export type OperationMoment = Pick<OperationView, "status" | "progress">;

/** How far an operation is, asked for while it moves; the page around it follows when it stands still. */
export function useOperationProgress(first: OperationMoment, address: string): OperationMoment {
  const router = useRouter();
  const [moment, setMoment] = useState(first);
  const [given, setGiven] = useState(first);
  // What the page brings after an action is newer than what was asked for before.
  if (given.status !== first.status) {
    setGiven(first);
    setMoment(first);
  }
  const moving = MOVING.has(moment.status);

  const look = useEffectEvent(async (signal: AbortSignal) => {
    const answer = await fetch(address, { signal, cache: "no-store" }).catch(() => null);
    if (!answer?.ok || signal.aborted) return;
    const next: OperationMoment = await answer.json();
    setMoment(next);
    if (next.status !== moment.status) router.refresh();
  });
  useEffect(() => {
    if (!moving) return;
    const stop = new AbortController();
    const timer = setInterval(() => void look(stop.signal), LOOK_MS);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [moving]);
  return moment;
}
