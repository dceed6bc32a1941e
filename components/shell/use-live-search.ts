"use client";
import { useEffect, useState } from "react";
import type { CommandGroup } from "@/components/ui/command-palette";

const PAUSE_MS = 120;
const SHORTEST = 2;

/** What a search address answers: groups in the order to show them. */
export type SearchAnswer = {
  groups: { title: string; items: { id: string; label: string; detail?: string; href: string }[] }[];
};

/** Asks `address?q=` while a person types, and forgets answers that were overtaken. */
export function useLiveSearch(address: string | undefined, query: string): CommandGroup[] {
  const [answer, setAnswer] = useState<{ query: string; groups: CommandGroup[] }>({ query: "", groups: [] });
  const asked = query.trim();
  useEffect(() => {
    if (!address || asked.length < SHORTEST) return;
    const stop = new AbortController();
    const timer = window.setTimeout(async () => {
      // A failed search shows nothing found; the next letter asks again.
      const response = await fetch(`${address}?q=${encodeURIComponent(asked)}`, { signal: stop.signal }).catch(
        () => null,
      );
      if (!response?.ok || stop.signal.aborted) return;
      const { groups }: SearchAnswer = await response.json();
      setAnswer({ query: asked, groups: groups.map((group) => ({ ...group, found: true })) });
    }, PAUSE_MS);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [address, asked]);
  return asked.length < SHORTEST ? [] : answer.groups;
}
