"use client";
import { useState } from "react";
import type { CalendarSession } from "@/lib/features/calendar/sessions/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { CalendarBoard, type CalendarBoardProps } from "./calendar-board";
import { SessionCard } from "./session-card";
import { useMoving } from "./use-moving";

export type CalendarGridProps = Pick<CalendarBoardProps, "sessions" | "closed" | "shown" | "columns"> & {
  may: { add: boolean; move: ServerAction | null };
  on: Pick<CalendarBoardProps["on"], "draw" | "day" | "crowd"> & { changed: () => unknown };
};

/** The grid with what a press on a session opens and a drag changes. */
export function CalendarGrid({ may, on, ...board }: CalendarGridProps) {
  const [opened, setOpened] = useState<CalendarSession | null>(null);
  const move = useMoving(may.move, on.changed);
  return (
    <>
      <CalendarBoard
        {...board}
        may={{ add: may.add, move: may.move !== null }}
        on={{ open: setOpened, move, draw: on.draw, day: on.day, crowd: on.crowd }}
      />
      <SessionCard
        session={opened}
        zones={[board.shown.zone, board.shown.otherZone ?? board.shown.zone]}
        move={may.move}
        onClose={() => setOpened(null)}
        onMoved={on.changed}
      />
    </>
  );
}
