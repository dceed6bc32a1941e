"use client";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import type { MailingProgress } from "@/lib/features/mailings/sending/queries";

const LOOK_MS = 1000;

const isMoving = ({ status, counts }: MailingProgress) =>
  status === "HELD" || status === "SENDING" || (status === "STOPPED" && counts.waiting > 0);

/** How far a mailing is, asked for once a second while anything moves; the page around it follows when it ends. */
export function useMailingProgress(first: MailingProgress, address: string): MailingProgress {
  const router = useRouter();
  const [progress, setProgress] = useState(first);
  const [given, setGiven] = useState(first);
  // What the page brings after an action is newer than what was asked for before.
  if (given !== first) {
    setGiven(first);
    setProgress(first);
  }
  const moving = isMoving(progress);

  const look = useEffectEvent(async (signal: AbortSignal) => {
    const answer = await fetch(address, { signal, cache: "no-store" }).catch(() => null);
    if (!answer?.ok || signal.aborted) return;
    const next: MailingProgress = await answer.json();
    setProgress(next);
    if (next.status !== progress.status) router.refresh();
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
  return progress;
}
