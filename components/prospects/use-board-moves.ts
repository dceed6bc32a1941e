"use client";
import { useTranslations } from "next-intl";
import { startTransition, useOptimistic, useState } from "react";
import { toast } from "@/components/ui/toast";
import type { ServerAction } from "@/lib/platform/action-state";
import type { ShownColumn } from "./board-column";

type Move = { cardId: string; stageId: string };

/** The columns with a card already where it is going. */
function withMove(columns: readonly ShownColumn[], { cardId, stageId }: Move): readonly ShownColumn[] {
  const card = columns.flatMap(({ cards }) => cards).find(({ id }) => id === cardId);
  if (!card || card.stageId === stageId) return columns;
  return columns.map((column) => {
    if (column.id === card.stageId)
      return { ...column, count: column.count - 1, cards: column.cards.filter(({ id }) => id !== cardId) };
    if (column.id !== stageId) return column;
    return { ...column, count: column.count + 1, cards: [{ ...card, stageId }, ...column.cards] };
  });
}

/** Moves cards at once and asks the server; what it refuses goes back where it was, with the reason. */
export function useBoardMoves(columns: readonly ShownColumn[], action: ServerAction | null) {
  const t = useTranslations("prospects.board");
  const [shown, moved] = useOptimistic(columns, withMove);
  const [said, say] = useState("");

  function moveCard(move: Move, { undoing = false } = {}) {
    // Where it stands for whoever looks: an earlier move may be on its way still.
    const card = shown.flatMap(({ cards }) => cards).find(({ id }) => id === move.cardId);
    const from = undoing ? undefined : card?.stageId;
    const name = card?.name ?? "";
    const stage = columns.find(({ id }) => id === move.stageId)?.name ?? "";
    if (!action || from === move.stageId) return;
    startTransition(async () => {
      moved(move);
      const failed = (message: string) => {
        toast({ message: t("notMoved", { name, reason: message }), tone: "danger" });
        say(t("notMoved", { name, reason: message }));
      };
      try {
        const answer = await action(null, formOf({ ...move, from }));
        if (!answer.ok) return failed(answer.refusal.message);
        const message = t("moved", { name, stage });
        say(message);
        const undo = from ? () => moveCard({ cardId: move.cardId, stageId: from }, { undoing: true }) : undefined;
        toast({ message, ...(undo && { undo }) });
      } catch {
        failed(t("noAnswer"));
      }
    });
  }

  return { shown, moveCard, said };
}

function formOf({ cardId, stageId, from }: Move & { from: string | undefined }): FormData {
  const form = new FormData();
  form.set("prospectId", cardId);
  form.set("stageId", stageId);
  if (from) form.set("fromStageId", from);
  return form;
}
