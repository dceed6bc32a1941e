"use client";
import { useTranslations } from "next-intl";
import { type DragEvent, useState } from "react";
import { TextLink } from "@/components/ui/text-link";
import type { BoardColumn } from "@/lib/features/prospects/board/schema";
import { BoardCardView, type ShownCard } from "./board-card";

export type ShownColumn = Omit<BoardColumn, "cards"> & { cards: readonly ShownCard[]; listHref: string };

type BoardColumnProps = {
  column: ShownColumn;
  stages: readonly { id: string; name: string }[];
  moreHref: string | null;
  dragging: { id: string | null; set: (id: string | null) => void };
  /** Null for who may only look. */
  onMove: ((move: { cardId: string; stageId: string }) => void) | null;
};

/** One stage with its newest cards; the rest is one step away. */
export function BoardColumnView({ column, stages, moreHref, dragging, onMove }: BoardColumnProps) {
  const t = useTranslations("prospects.board");
  const [over, setOver] = useState(false);
  const hidden = column.count - column.cards.length;
  const drop = {
    onDragOver: (event: DragEvent) => {
      if (!dragging.id) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      if (dragging.id) onMove?.({ cardId: dragging.id, stageId: column.id });
      dragging.set(null);
    },
  };
  return (
    <section
      aria-label={t("column", { stage: column.name, count: column.count })}
      {...(onMove ? drop : {})}
      className={`flex w-64 shrink-0 snap-start sm:max-w-80 sm:grow sm:basis-56 flex-col rounded-lg border bg-bg max-sm:w-[calc(100vw-3.5rem)] ${over ? "border-accent bg-accent-soft" : "border-border"}`}
    >
      <h2 className="flex items-center gap-2 px-3 pt-2.5 pb-2 font-semibold text-sm">
        <span className="min-w-0 truncate">{column.name}</span>
        <span className="rounded-full bg-hover px-1.5 font-normal text-muted text-xs tabular-nums">{column.count}</span>
      </h2>
      <ul className="grid min-h-16 grid-cols-[minmax(0,1fr)] gap-2 px-2 pb-2">
        {column.cards.map((card) => (
          <BoardCardView key={card.id} card={card} stages={stages} dragging={dragging} onMove={onMove} />
        ))}
        {column.count === 0 && <li className="px-1 py-3 text-muted text-sm">{t("empty")}</li>}
      </ul>
      {hidden > 0 && (
        <p className="flex flex-wrap gap-x-3 border-border border-t px-3 py-2 text-sm">
          {moreHref && <TextLink href={moreHref}>{t("more", { stage: column.name })}</TextLink>}
          <TextLink href={column.listHref}>{t("all", { count: column.count })}</TextLink>
        </p>
      )}
    </section>
  );
}
