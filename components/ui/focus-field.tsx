"use client";
import { useEffect } from "react";

/** Puts the cursor into one field of the page once it is there; an address may ask for it. */
export function FocusField({ name }: { name: string }) {
  useEffect(() => {
    const focus = () => {
      const field = document.querySelector<HTMLElement>(`#main [name="${CSS.escape(name)}"]`);
      // A day posts a hidden field; what is typed into are the parts beside it.
      const isHidden = field instanceof HTMLInputElement && (field.type === "hidden" || field.hidden);
      const target = isHidden ? field.parentElement?.querySelector<HTMLElement>("[role=spinbutton]") : field;
      target?.focus();
      return target !== null && target !== undefined;
    };
    if (focus()) return;
    // The heavier controls come a moment later.
    const waiting = new MutationObserver(() => focus() && waiting.disconnect());
    waiting.observe(document.body, { childList: true, subtree: true });
    return () => waiting.disconnect();
  }, [name]);
  return null;
}
