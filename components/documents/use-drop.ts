"use client";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";

/** Takes files that are dropped onto an element; true while they hang over it. */
export function useDrop(target: RefObject<HTMLElement | null>, onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const dropped = useEffectEvent((event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles(Array.from(event.dataTransfer?.files ?? []));
  });
  useEffect(() => {
    const element = target.current;
    const listening = new AbortController();
    const { signal } = listening;
    const hover = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    element?.addEventListener("dragover", hover, { signal });
    element?.addEventListener("dragleave", () => setOver(false), { signal });
    element?.addEventListener("drop", (event) => dropped(event), { signal });
    return () => listening.abort();
  }, [target]);
  return over;
}
