"use client";
import { type KeyboardEvent, useState } from "react";

/** A place of a grid: its column and its row, from 0. */
export type Cell = { column: number; row: number };

const STEPS: Record<string, Cell> = {
  ArrowLeft: { column: -1, row: 0 },
  ArrowRight: { column: 1, row: 0 },
  ArrowUp: { column: 0, row: -1 },
  ArrowDown: { column: 0, row: 1 },
};

/** The cell something lies in; null outside of all. */
export function cellOf(target: EventTarget): Cell | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
  const [column, row] = cell?.dataset.cell?.split(" ").map(Number) ?? [];
  return column === undefined || row === undefined ? null : { column, row };
}

/** A grid is one stop of the Tab key; arrows walk from cell to cell. */
export function useGridFocus({ columns, rows, first }: { columns: number; rows: number; first: Cell }) {
  const [focused, setFocused] = useState<Cell>(first);

  /** Goes where an arrow key leads; null for other keys and at the edge. */
  function walk(event: KeyboardEvent): Cell | null {
    const step = STEPS[event.key];
    if (!step) return null;
    event.preventDefault();
    const next = { column: focused.column + step.column, row: focused.row + step.row };
    if (next.column < 0 || next.column >= columns || next.row < 0 || next.row >= rows) return null;
    setFocused(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next.column} ${next.row}"]`)?.focus();
    return next;
  }

  const focusProps = (cell: Cell) => ({
    "data-cell": `${cell.column} ${cell.row}`,
    tabIndex: focused.column === cell.column && focused.row === cell.row ? 0 : -1,
    onFocus: () => setFocused(cell),
  });
  return { focused, walk, focusProps };
}
