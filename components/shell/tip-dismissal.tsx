"use client";
import { useEffect } from "react";

const QUIET = "data-quiet";

function onKeyDown(event: KeyboardEvent) {
  if (event.key !== "Escape") return;
  for (const shown of document.querySelectorAll("[data-tip]:is(:hover, :focus)")) shown.setAttribute(QUIET, "");
}

function onLeaving({ target }: Event) {
  if (target instanceof Element) target.closest("[data-tip]")?.removeAttribute(QUIET);
}

/** Lets Escape put away what the style sheet shows beside a `tip`, until it is left and come back to. */
export function TipDismissal() {
  useEffect(() => {
    document.addEventListener("keydown", onKeyDown);
    document.addEventListener("pointerout", onLeaving);
    document.addEventListener("focusout", onLeaving);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("pointerout", onLeaving);
      document.removeEventListener("focusout", onLeaving);
    };
  }, []);
  return null;
}
