"use client";
import { useEffect, useRef, useState } from "react";

const SHOW_AFTER_MS = 500;
const HIDE_AFTER_MS = 100;

/**
 * When to show the explanation of a button: after resting on it, at once on keyboard focus, until Escape or leaving.
 * `button` goes onto the button, `bubble` onto what is shown while `shown`.
 */
export function useTooltip() {
  const target = useRef<HTMLButtonElement>(null);
  const timer = useRef(0);
  const [shown, setShown] = useState(false);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const change = (next: boolean, wait: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setShown(next), wait);
  };
  const stay = () => change(true, 0);
  const leave = () => change(false, HIDE_AFTER_MS);
  const hide = () => change(false, 0);
  const button = {
    ref: target,
    onHoverStart: () => change(true, SHOW_AFTER_MS),
    onHoverEnd: leave,
    onFocus: () => target.current?.matches(":focus-visible") && stay(),
    onBlur: hide,
    onPressStart: hide,
    onKeyUp: (event: { key: string }) => event.key === "Escape" && hide(),
  };
  return { shown, button, bubble: { target, stay, leave } };
}
