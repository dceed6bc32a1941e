"use client";
import { useId, useState } from "react";

/** "2 hours ago", with the exact time on hover and focus. Both texts come ready-made from the server. */
export function RelativeTime({ text, exact, iso }: { text: string; exact: string; iso: string }) {
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <span
      className="relative inline-block"
      onPointerEnter={() => setShown(true)}
      onPointerLeave={() => setShown(false)}
    >
      <time dateTime={iso}>
        <button
          type="button"
          aria-describedby={id}
          onFocus={() => setShown(true)}
          onBlur={() => setShown(false)}
          onKeyDown={(event) => event.key === "Escape" && setShown(false)}
          className="cursor-default rounded-md text-inherit"
        >
          {text}
        </button>
      </time>
      <span
        id={id}
        role="tooltip"
        className={
          shown
            ? "absolute bottom-full left-0 z-30 mb-1 w-max max-w-60 rounded-md bg-text px-2 py-1 text-bg text-xs"
            : "sr-only"
        }
      >
        {exact}
      </span>
    </span>
  );
}
