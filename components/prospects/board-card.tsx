"use client";
import { MoveRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Menu } from "@/components/ui/menu";
import type { BoardCard } from "@/lib/features/prospects/board/schema";
import type { NextStepItem } from "@/lib/features/prospects/copy";
import { paths } from "@/lib/paths";
import { NextStep } from "./next-step";

export type ShownCard = BoardCard & { next: NextStepItem | null };

type BoardCardProps = {
  card: ShownCard;
  stages: readonly { id: string; name: string }[];
  dragging: { id: string | null; set: (id: string | null) => void };
  onMove: ((move: { cardId: string; stageId: string }) => void) | null;
};

/** A prospect on the board: dragged by mouse, moved by its menu with keyboard or finger. */
export function BoardCardView({ card, stages, dragging, onMove }: BoardCardProps) {
  const t = useTranslations("prospects.board");
  const detail = [card.owner, card.source].filter(Boolean).join(" · ");
  const others = stages.filter(({ id }) => id !== card.stageId);
  return (
    <li
      draggable={onMove !== null}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", card.name);
        dragging.set(card.id);
      }}
      onDragEnd={() => dragging.set(null)}
      className={`relative grid gap-1 rounded-md border border-border bg-surface px-3 py-2 text-sm has-[a:hover]:bg-hover ${onMove ? "cursor-grab" : ""} ${dragging.id === card.id ? "opacity-50" : ""}`}
    >
      <div className={onMove ? "pr-8" : ""}>
        <Link
          href={paths.staff.prospect(card.id)}
          draggable={false}
          className="break-words font-medium no-underline after:absolute after:inset-0 after:rounded-md"
        >
          {card.name}
        </Link>
        {onMove && (
          <span className="absolute top-0.5 right-0.5">
            <Menu
              label={t("moveTo", { name: card.name })}
              icon={<MoveRight />}
              items={others.map(({ id, name }) => ({
                id,
                label: name,
                onAction: () => onMove({ cardId: card.id, stageId: id }),
              }))}
            />
          </span>
        )}
      </div>
      {detail && <p className="truncate text-muted text-xs">{detail}</p>}
      <p className="text-xs">
        <NextStep item={card.next} />
      </p>
    </li>
  );
}
