"use client";
import { useSelection } from "./selection";

/** The box of one row; its name is the row's own title, read from the cell beside it. */
export function SelectRow({ id, label }: { id: string; label: string }) {
  const { has, set } = useSelection();
  return (
    <input
      type="checkbox"
      data-row-select
      id={`select-${id}`}
      aria-label={label}
      aria-labelledby={`select-${id} row-${id}`}
      checked={has(id)}
      onChange={(event) => set([id], event.target.checked)}
      className="tick align-middle after:absolute after:inset-0"
    />
  );
}
