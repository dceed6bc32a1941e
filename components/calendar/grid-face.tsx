import { useTranslations } from "next-intl";
import type { ClosedTime } from "@/lib/features/calendar/closed/schema";
import type { CalendarView } from "@/lib/features/calendar/sessions/rules";
import type { CalendarSession } from "@/lib/features/calendar/sessions/schema";
import { ClosedFace } from "./closed-face";
import { EventFace } from "./event-face";

const SHAPES = { day: "tile", week: "tile", team: "tile", month: "line", agenda: "row" } as const;

type GridFaceProps = { of: { session?: CalendarSession; closed?: ClosedTime }; time: string; view: CalendarView };

/** What stands in the grid for something of its own: a session, or a row of an agenda that says what is closed. */
export function GridFace({ of: { session, closed }, time, view }: GridFaceProps) {
  const t = useTranslations("team-calendar");
  if (closed) return <ClosedFace closed={closed} time={time} />;
  if (!session) return null;
  const status = t(`status.${session.status}`);
  return <EventFace session={session} time={time} status={status} shape={SHAPES[view]} withPeople={view !== "team"} />;
}
