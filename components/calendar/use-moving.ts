"use client";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast";
import { type Moved, movedTo } from "@/lib/features/calendar/grid/rules";
import type { CalendarSession } from "@/lib/features/calendar/sessions/schema";
import type { ServerAction } from "@/lib/platform/action-state";
import { instantOf, parseInstant } from "@/lib/values/instant";
import type { MovedSession } from "./calendar-board";

/** Posts where a session goes; null when it went there, else the sentence that says why not. */
async function post(action: ServerAction | null, sessionId: string, moved: Moved, practitionerId: string | null) {
  const form = new FormData();
  form.set("sessionId", sessionId);
  for (const [name, value] of Object.entries(moved)) form.set(name, String(value));
  if (practitionerId) form.set("practitionerId", practitionerId);
  const result = await action?.(null, form);
  return result && !result.ok ? result.refusal.message : null;
}

/** Where a session stood before it was moved. */
export function placeOf({ startsAt, endsAt, timeZone: zone }: CalendarSession): Moved {
  const [start, end] = [parseInstant(startsAt), parseInstant(endsAt)];
  return movedTo({ startsAt: start ?? instantOf(0), endsAt: end ?? instantOf(0), zone });
}

/** Moves what was dragged, and offers the way back for as long as its toast is there. */
export function useMoving(action: ServerAction | null, again: () => unknown) {
  const t = useTranslations("team-calendar");
  const goBack = async (session: CalendarSession, former: string | null) => {
    const problem = await post(action, session.id, placeOf(session), former);
    toast(problem ? { message: problem, tone: "danger" } : { message: t("movedBack"), tone: "success" });
    await again();
  };
  return async ({ session, startsAt, endsAt, practitionerId, revert }: MovedSession) => {
    const known = session.practitioners.map(({ id }) => id);
    const other = practitionerId && !known.includes(practitionerId) ? practitionerId : null;
    const problem = await post(action, session.id, movedTo({ startsAt, endsAt, zone: session.timeZone }), other);
    if (problem) {
      revert();
      toast({ message: problem, tone: "danger" });
      return;
    }
    const former = other && known.length === 1 ? (known[0] ?? null) : null;
    toast({ message: t("moved"), tone: "success", undo: () => void goBack(session, former), undoLabel: t("undo") });
    await again();
  };
}
