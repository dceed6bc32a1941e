"use client";
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useEffect, useState } from "react";
import { type Cell, cellOf, useGridFocus } from "./use-grid-focus";

export type Painted = { from: Cell; to: Cell; available: boolean };

type Grid = {
  columns: number;
  rows: number;
  isAvailable: (cell: Cell) => boolean;
  paint: (painted: Painted) => void;
};

/**
 * Painting on a grid: a mouse draws a rectangle, a finger taps its two corners, keys walk and fill (Space; Shift with an
 * arrow takes the paint along). The first cell decides whether it fills or wipes.
 */
export function usePainting({ columns, rows, isAvailable, paint }: Grid) {
  const [stroke, setStroke] = useState<Painted | null>(null);
  const [byFinger, setByFinger] = useState(false);
  const { focused, walk, focusProps } = useGridFocus({
    columns,
    rows,
    first: { column: 0, row: Math.min(6, rows - 1) },
  });
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
      if (event.key === "Escape") return setStroke(null);
      if (event.key === " " || event.key === "Enter") {
        event.preventDefault();
        return paint({ from: focused, to: focused, available: !isAvailable(focused) });
      }
      const next = walk(event);
      if (next && event.shiftKey) paint({ from: focused, to: next, available: isAvailable(focused) });
    },
  };
  const cellProps = (cell: Cell) => ({
    role: "gridcell",
    "aria-selected": isAvailable(cell),
    ...focusProps(cell),
  });
  return { stroke, gridProps, cellProps };
}
