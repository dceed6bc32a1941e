"use client";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { paths } from "@/lib/paths";

type Colleague = { id: string; name: string };

const BEGUN = /(?:^|\s)@([\p{L}\p{M} '.-]{0,40})$/u;
const AT_ONCE = 6;
const NOBODY: readonly Colleague[] = [];

async function fetchColleagues(): Promise<readonly Colleague[]> {
  const answer = await fetch(paths.api.colleagues).catch(() => null);
  const body = answer?.ok ? await answer.json().catch(() => null) : null;
  return Array.isArray(body?.colleagues) ? body.colleagues : NOBODY;
}

/** Watches the text field inside an element: which colleagues the name begun after "@" can be. */
export function useMentions(area: RefObject<HTMLElement | null>) {
  const [offered, setOffered] = useState<readonly Colleague[]>(NOBODY);
  const [marked, setMarked] = useState(0);
  const everybody = useRef<Promise<readonly Colleague[]> | null>(null);
  const field = () => area.current?.querySelector("textarea") ?? null;
  const begun = () => {
    const text = field();
    return text ? (BEGUN.exec(text.value.slice(0, text.selectionStart))?.[1] ?? null) : null;
  };

  const typed = useEffectEvent(async () => {
    if (begun() === null) return setOffered(NOBODY);
    everybody.current ??= fetchColleagues();
    const all = await everybody.current;
    const name = begun()?.toLocaleLowerCase("en");
    const fitting = name === undefined ? NOBODY : all.filter((one) => one.name.toLocaleLowerCase("en").includes(name));
    setOffered(fitting.slice(0, AT_ONCE));
    setMarked(0);
  });

  function choose({ name }: Colleague) {
    const text = field();
    const part = begun();
    if (!text || part === null) return;
    text.setRangeText(`${name} `, text.selectionStart - part.length, text.selectionStart, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
    setOffered(NOBODY);
    text.focus();
  }

  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (offered.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const colleague = offered[marked];
    if (step) setMarked((marked + step + offered.length) % offered.length);
    else if (event.key === "Escape") setOffered(NOBODY);
    else if ((event.key === "Enter" || event.key === "Tab") && colleague) choose(colleague);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    area.current?.addEventListener("input", () => void typed(), { signal });
    area.current?.addEventListener("keydown", (event) => pressed(event), { signal, capture: true });
    return () => listening.abort();
  }, [area]);

  return { offered, marked, choose };
}
