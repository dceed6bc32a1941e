"use client";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";

const LOOK_MS = 800;

type Options<Moment> = {
  /** Answers the newest moment as JSON. */
  address: string;
  /** Whether there is anything to wait for. */
  isMoving: (moment: Moment) => boolean;
};

/** How far work in the background is, asked for while it moves; the page around it follows when its status changes. */
export function useProgress<Moment extends { status: string }>(
  first: Moment,
  { address, isMoving }: Options<Moment>,
): Moment {
  const router = useRouter();
  const [moment, setMoment] = useState(first);
  const [given, setGiven] = useState(first);
  // What the page brings after an action is newer than what was asked for before.
  if (given !== first) {
    setGiven(first);
    setMoment(first);
  }
  const moving = isMoving(moment);

  const look = useEffectEvent(async (signal: AbortSignal) => {
    const answer = await fetch(address, { signal, cache: "no-store" }).catch(() => null);
    const next: Moment | null = answer?.ok ? await answer.json().catch(() => null) : null;
    if (!next || signal.aborted) return;
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
