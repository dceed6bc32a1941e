import { useTranslations } from "next-intl";
import { FormKeeping } from "@/components/drafts/form-keeping";
import { SessionStatusChip } from "@/components/scheduling/session-status-chip";
import { LinkButton } from "@/components/ui/link-button";
import { momentOf } from "@/lib/features/calendar/day/rules";
import type { DaySession, LastTime } from "@/lib/features/calendar/day/schema";
import { paths } from "@/lib/paths";
import type { DraftSlot } from "@/lib/platform/form-keeping";
import { formatRelative, formatTimeRange } from "@/lib/values/format";
import { FocusPeople } from "./focus-people";
import { FocusPlace } from "./focus-place";
import { HoldForm } from "./hold-form";
import { LastTimes } from "./last-times";
import type { Day } from "./my-day";

export type FocusCardProps = {
  focus: {
    session: DaySession;
    lastTimes: readonly LastTime[];
    /** What was noted so far and not sent yet. */
    draft: DraftSlot | null;
    mayChange: boolean;
  };
  day: Day;
  values: Record<string, string>;
};

/** The session that counts now: who, where, what was said the last time, and the hand to note and mark it. */
export function FocusCard({ focus, day, values }: FocusCardProps) {
  const t = useTranslations("my-day");
  const { session, lastTimes, draft, mayChange } = focus;
  const moment = momentOf(session, day.now);
  const zone = { locale: "en", zone: day.zone, showZone: session.timeZone !== day.zone } as const;
  const soon = moment === "ahead" && day.date === day.today;
  return (
    <section aria-labelledby="focus" className="min-w-0 overflow-clip rounded-lg border border-border bg-surface">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 p-4">
        <header>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="font-semibold text-accent tabular-nums">
              {formatTimeRange(session.startsAt, session.endsAt, zone)}
            </span>
            {moment === "now" && <span className="text-muted">{t("goingOn")}</span>}
            {soon && <span className="text-muted">{formatRelative(session.startsAt, day.now, { locale: "en" })}</span>}
            {session.status !== "BOOKED" && <SessionStatusChip status={session.status} />}
          </p>
          <h2 id="focus" className="mt-1 break-words font-semibold text-xl leading-snug">
            {session.parts.map(({ name }) => name).join(", ") || session.type}
          </h2>
          <p className="break-words text-muted">{[session.type, session.service].filter(Boolean).join(" · ")}</p>
        </header>
        <FocusPeople session={session} values={values} />
        <FocusPlace session={session} />
        <LastTimes lastTimes={lastTimes} session={session} day={day} />
      </div>
      {mayChange && moment !== "done" ? (
        <FormKeeping draft={draft ?? undefined}>
          <HoldForm session={session} begun={moment !== "ahead"} values={values} />
        </FormKeeping>
      ) : (
        <p className="border-border border-t p-4">
          <LinkButton href={paths.staff.session(session.id)}>{t("open", values)}</LinkButton>
        </p>
      )}
    </section>
  );
}
