"use client";
import { useEffect, useState } from "react";

const PAUSE_MS = 150;

export type ClientSuggestion = { id: string; label: string; detail: string };

/** Asks `address?q=` while somebody types; answers that were overtaken are forgotten. */
export function useClientSuggestions(address: string, typed: string): ClientSuggestion[] {
  const [found, setFound] = useState<ClientSuggestion[]>([]);
  const q = typed.trim();
  useEffect(() => {
    if (q.length < 2) return;
    const stop = new AbortController();
    const timer = window.setTimeout(async () => {
      // A search that failed has found nothing; the next letter asks again.
      const response = await fetch(`${address}?q=${encodeURIComponent(q)}`, { signal: stop.signal }).catch(() => null);
      if (response?.ok && !stop.signal.aborted) setFound(await response.json());
    }, PAUSE_MS);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [address, q]);
  return q.length < 2 ? [] : found;
}
