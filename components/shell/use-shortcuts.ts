"use client";
import { useEffect, useEffectEvent } from "react";

const SWITCH = "shortcuts";

/** Single keys can be switched off by people whose speech input or tremor would trigger them (WCAG 2.1.4). */
export function shortcutsAreOn() {
  return window.localStorage.getItem(SWITCH) !== "off";
}

export function setShortcuts(on: boolean) {
  window.localStorage.setItem(SWITCH, on ? "on" : "off");
}

function isTyping(target: EventTarget | null) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [role=spinbutton]"))
  );
}

/** J and K walk the rows of the list, X ticks the row, E opens its editing page. */
function walkList(key: string) {
  const rows = [...document.querySelectorAll<HTMLElement>("tr[data-row], [data-list-row]")];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[at];
  if (key === "j") focusRow(rows[Math.min(at + 1, rows.length - 1)]);
  if (key === "k") focusRow(rows[Math.max(at - 1, 0)]);
  if (key === "x") row?.querySelector<HTMLElement>("[data-row-select]")?.click();
  if (key === "e") row?.querySelector<HTMLElement>("[data-row-edit]")?.click();
}

function focusRow(row: HTMLElement | undefined) {
  const target =
    row?.querySelector<HTMLElement>("[data-row-link]") ?? row?.querySelector<HTMLElement>("a, button, input");
  target?.focus();
}

type Openers = { search: () => void; help: () => void };

/** Listens for the keys that work anywhere: Ctrl or Cmd+K, /, ?, and those of lists. */
export function useShortcuts({ search, help }: Openers) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (key === "k" && (event.ctrlKey || event.metaKey) && !event.altKey) {
      event.preventDefault();
      return search();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !shortcutsAreOn()) return;
    if (document.querySelector("[role=dialog]:not([popover]), [popover]:popover-open")) return;
    if (key === "/" || key === "?") {
      event.preventDefault();
      return key === "/" ? search() : help();
    }
    walkList(key);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
