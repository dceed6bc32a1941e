"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { useMentions } from "./use-mentions";

/** Around a field for text: after "@" it offers colleagues, by pointer or by arrow keys and Enter. */
export function MentionArea({ children }: { children: ReactNode }) {
  const t = useTranslations("inbox");
  const area = useRef<HTMLDivElement>(null);
  const { offered, marked, choose } = useMentions(area);
  return (
    <div ref={area}>
      {children}
      <p className="sr-only" aria-live="polite">
        {offered.length > 0 && t("offered", { count: offered.length, name: offered[marked]?.name ?? "" })}
      </p>
      {offered.length > 0 && (
        <ul className="mb-3 overflow-hidden rounded-md border border-border bg-raised shadow-raised">
          {offered.map((colleague, place) => (
            <li key={colleague.id}>
              <button
                type="button"
                tabIndex={-1}
                // Before the text field loses the focus and the place of its cursor.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(colleague)}
                className={`block w-full px-3 py-2 text-left text-sm ${place === marked ? "bg-accent-soft" : "hover:bg-hover"}`}
              >
                {colleague.name}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
