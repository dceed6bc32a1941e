"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ServerAction } from "@/lib/platform/action-state";
import { BoardColumnView, type ShownColumn } from "./board-column";
import { useBoardMoves } from "./use-board-moves";

type ProspectBoardProps = {
  columns: readonly ShownColumn[];
  moreHref: string | null;
  /** Null for who may only look. */
  move: ServerAction | null;
};

/** Cards go from stage to stage by dragging, or by the menu of each card. */
export function ProspectBoard({ columns, moreHref, move }: ProspectBoardProps) {
  const t = useTranslations("prospects.board");
  const { shown, moveCard, said } = useBoardMoves(columns, move);
  const [dragged, setDragged] = useState<string | null>(null);
  const stages = columns.map(({ id, name }) => ({ id, name }));
  return (
    <>
      <section
        aria-label={t("label")}
        className="-mx-1 flex items-start gap-3 overflow-x-auto px-1 pb-3 max-sm:snap-x max-sm:snap-mandatory"
      >
        {shown.map((column) => (
          <BoardColumnView
            key={column.id}
            column={column}
            stages={stages}
            moreHref={moreHref}
            dragging={{ id: dragged, set: setDragged }}
            onMove={move ? moveCard : null}
          />
        ))}
      </section>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </>
  );
}
