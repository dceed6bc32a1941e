import Link from "next/link";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import { momentOf } from "@/lib/features/calendar/day/rules";
import type { DaySession } from "@/lib/features/calendar/day/schema";
import { paths } from "@/lib/paths";
import { formatDuration, formatTime } from "@/lib/values/format";
import { minutesBetween } from "@/lib/values/instant";
import type { Day } from "./my-day";

type DayListProps = { sessions: readonly DaySession[]; open: string | null; day: Day };

/** The whole day in order; a tap puts one of it on top. */
export function DayList({ sessions, open, day }: DayListProps) {
  const t = useTranslations("my-day");
  return (
    <nav aria-label={t("list")} className="overflow-clip rounded-lg border border-border bg-surface">
      <ol>
        {sessions.map((session) => (
          <li key={session.id} className="border-border border-t first:border-t-0">
            <Link
              href={paths.staff.myDayOf({ date: day.date, session: session.id })}
              aria-current={session.id === open ? "true" : undefined}
              className="grid min-h-14 grid-cols-[4.75rem_minmax(0,1fr)_auto] items-center gap-x-3 border-transparent border-l-3 px-3 py-2 text-text no-underline -outline-offset-2 hover:bg-hover aria-[current]:border-accent aria-[current]:bg-accent-soft"
            >
              <span className="tabular-nums leading-tight">
                <span className="block font-medium">
                  {formatTime(session.startsAt, { locale: "en", zone: day.zone })}
                </span>
                <span className="block text-muted text-xs">
                  {formatDuration(Math.round(minutesBetween(session.startsAt, session.endsAt)), "en")}
                </span>
              </span>
              <span className="min-w-0 leading-tight">
                <span className="block truncate font-medium">{namesOf(session) || session.type}</span>
                <span className="block truncate text-muted text-sm">
                  {[session.service ?? session.type, session.place].filter(Boolean).join(" · ")}
                </span>
              </span>
              <MomentChip session={session} day={day} />
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const namesOf = ({ parts }: DaySession) => parts.map(({ name }) => name).join(", ");

function MomentChip({ session, day }: { session: DaySession; day: Day }) {
  const t = useTranslations("my-day.moments");
  const moment = momentOf(session, day.now);
  if (session.status === "HELD") return <StatusChip tone="success">{t("held")}</StatusChip>;
  if (session.status === "NO_SHOW") return <StatusChip tone="danger">{t("missed")}</StatusChip>;
  if (moment === "now") return <StatusChip tone="accent">{t("now")}</StatusChip>;
  if (moment === "unmarked") return <StatusChip tone="warning">{t("unmarked")}</StatusChip>;
  return session.status === "REQUESTED" ? <StatusChip>{t("requested")}</StatusChip> : null;
}
