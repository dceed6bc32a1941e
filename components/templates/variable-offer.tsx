"use client";
import type { Offer } from "./variable-suggestion";

/** The list that opens at "[". The focus stays in the text, which names the active line to screen readers. */
export function VariableOffer({ id, label, offer }: { id: string; label: string; offer: Offer }) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      tabIndex={-1}
      className="fixed z-30 w-72 max-w-[calc(100vw-1rem)] rounded-lg border border-border bg-raised p-1 shadow-raised"
      style={{ ...offer.at, left: `min(${offer.at.left}px, calc(100vw - 19rem))` }}
    >
      {offer.choices.map((choice, place) => (
        <div
          key={choice.id}
          id={`${id}-${choice.id}`}
          role="option"
          aria-selected={place === offer.active}
          tabIndex={-1}
          className={`cursor-pointer rounded-md px-2 py-1.5 ${place === offer.active ? "bg-hover" : ""}`}
          // Before the text loses the focus and closes the list.
          onPointerDown={(event) => {
            event.preventDefault();
            offer.choose(choice);
          }}
        >
          <span className="block">{choice.label}</span>
          <span className="block truncate text-muted text-sm">{choice.example}</span>
        </div>
      ))}
    </div>
  );
}
