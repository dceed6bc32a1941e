"use client";
import { useEffect, useRef, useState } from "react";

type Writing = {
  /** What is written now; null while it is no time to keep anything. */
  read: () => string | null;
  /** Keeps it; false when that failed and is to be tried again. */
  keep: (written: string) => Promise<boolean>;
};

/** Looked at once a second: what changed and then rested for one look is kept. */
const LOOK_MS = 1000;
const LOOKS_AFTER_A_FAILURE = 5;

class Keeper {
  kept: string | null;
  #last = "";
  #busy: Promise<boolean> | null = null;
  #pause = 0;

  constructor(kept: string | null) {
    this.kept = kept;
  }

  /** Keeps what changed; `now` without waiting for it to rest. Answers whether everything is kept. */
  async look({ read, keep }: Writing, { now }: { now: boolean }): Promise<boolean> {
    if (this.#busy && !now) return false;
    await this.#busy;
    const written = read();
    if (written === null) return false;
    const rested = now || written === this.#last;
    this.#last = written;
    if (written === this.kept) return true;
    if (!rested || (!now && this.#pause-- > 0)) return false;
    this.#busy = keep(written).catch(() => false);
    const done = await this.#busy;
    this.#busy = null;
    this.#pause = done ? 0 : LOOKS_AFTER_A_FAILURE;
    if (done) this.kept = written;
    return done;
  }
}

/**
 * Keeps what is being written, while it is written.
 * @param kept what counts as kept at first.
 */
export function useKeeper(writing: Writing, kept: string | null) {
  const [keeper] = useState(() => new Keeper(kept));
  const latest = useRef(writing);
  useEffect(() => {
    latest.current = writing;
  });
  useEffect(() => {
    const timer = setInterval(() => void keeper.look(latest.current, { now: false }), LOOK_MS);
    const onHide = () => document.visibilityState === "hidden" && void keeper.look(latest.current, { now: true });
    document.addEventListener("visibilitychange", onHide);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onHide);
    };
  }, [keeper]);
  return keeper;
}
