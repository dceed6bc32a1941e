"use client";
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useState } from "react";

/** A place of the grid: its column and its row, from 0. */
export type Cell = { column: number; row: number };
export type Painted = { from: Cell; to: Cell; available: boolean };

type Grid = {
  columns: number;
  rows: number;
  isAvailable: (cell: Cell) => boolean;
  paint: (painted: Painted) => void;
};

const STEPS: Record<string, Cell> = {
  ArrowLeft: { column: -1, row: 0 },
  ArrowRight: { column: 1, row: 0 },
  ArrowUp: { column: 0, row: -1 },
  ArrowDown: { column: 0, row: 1 },
};

function cellOf(target: EventTarget): Cell | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
  const [column, row] = cell?.dataset.cell?.split(" ").map(Number) ?? [];
  return column === undefined || row === undefined ? null : { column, row };
}

/**
 * Painting on a grid: a mouse draws a rectangle, a finger taps its two corners, keys walk and fill (Space; Shift with an
 * arrow takes the paint along). The first cell decides whether it fills or wipes.
 */
export function usePainting({ columns, rows, isAvailable, paint }: Grid) {
  const [stroke, setStroke] = useState<Painted | null>(null);
  const [byFinger, setByFinger] = useState(false);
  const [focused, setFocused] = useState<Cell>({ column: 0, row: Math.min(6, rows - 1) });
  const begin = (cell: Cell) => setStroke({ from: cell, to: cell, available: !isAvailable(cell) });

  useEffect(() => {
    if (!stroke || byFinger) return;
    const end = () => {
      paint(stroke);
      setStroke(null);
    };
    window.addEventListener("pointerup", end);
    return () => window.removeEventListener("pointerup", end);
  }, [stroke, byFinger, paint]);

  const gridProps = {
    role: "grid",
    "aria-multiselectable": true,
    onPointerDown: (event: PointerEvent) => {
      const cell = cellOf(event.target);
      setByFinger(event.pointerType === "touch");
      if (cell && event.pointerType !== "touch" && event.button === 0) begin(cell);
    },
    onPointerOver: (event: PointerEvent) => {
      const cell = cellOf(event.target);
      if (cell && stroke && !byFinger) setStroke({ ...stroke, to: cell });
    },
    onClick: (event: MouseEvent) => {
      const cell = cellOf(event.target);
      if (!cell || !byFinger) return;
      if (!stroke) return begin(cell);
      paint({ ...stroke, to: cell });
      setStroke(null);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      if (event.key === "Escape") return setStroke(null);
      if (event.key === " " || event.key === "Enter") {
        event.preventDefault();
        return paint({ from: focused, to: focused, available: !isAvailable(focused) });
      }
      if (!step) return;
      event.preventDefault();
      const next = { column: focused.column + step.column, row: focused.row + step.row };
      if (next.column < 0 || next.column >= columns || next.row < 0 || next.row >= rows) return;
      setFocused(next);
      if (event.shiftKey) paint({ from: focused, to: next, available: isAvailable(focused) });
      event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next.column} ${next.row}"]`)?.focus();
    },
  };
  const cellProps = (cell: Cell) => ({
    role: "gridcell",
    "data-cell": `${cell.column} ${cell.row}`,
    "aria-selected": isAvailable(cell),
    tabIndex: focused.column === cell.column && focused.row === cell.row ? 0 : -1,
    onFocus: () => setFocused(cell),
  });
  return { stroke, gridProps, cellProps };
}
