import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { nextTurn } from "@/lib/features/calendar/day/rules";
import type { AroundDay, DaySession } from "@/lib/features/calendar/day/schema";
import { paths } from "@/lib/paths";
import type { LocalDate } from "@/lib/values/date";
import { formatDateTime } from "@/lib/values/format";
import { type Instant, minutesBetween } from "@/lib/values/instant";
import { dayIn } from "@/lib/values/wall-clock";
import { DayHead } from "./day-head";
import { DayList } from "./day-list";
import { FocusCard, type FocusCardProps } from "./focus-card";
import { KeepFresh } from "./keep-fresh";

export type Day = { date: LocalDate; zone: string; today: LocalDate; now: Instant; isOwn: boolean };

type MyDayProps = {
  day: Day;
  sessions: readonly DaySession[];
  focus: FocusCardProps["focus"] | null;
  around: AroundDay;
  /** How many sessions of colleagues one is asked to take over. */
  toCover: number;
  values: Record<string, string>;
};

/** A practitioner's day on the phone: what comes next with all that is needed for it, and everything else below. */
export function MyDay({ day, sessions, focus, around, toCover, values }: MyDayProps) {
  const t = useTranslations("my-day");
  if (!day.isOwn)
    return <EmptyState kind="no-right" level={1} title={t("nobodyTitle")} body={t("nobodyBody", values)} />;
  const turn = day.date === day.today ? nextTurn(sessions, day.now) : null;
  const since = around.unmarkedSince && dayIn(day.zone, around.unmarkedSince);
  return (
    <div className="mx-auto max-w-5xl">
      <KeepFresh inMs={turn && minutesBetween(day.now, turn) * 60_000} />
      <DayHead day={day} sessions={sessions} />
      {toCover > 0 && <ToCover count={toCover} />}
      {since && day.date <= day.today && (
        <div className="mb-4">
          <Banner
            tone="warning"
            action={<TextLink href={paths.staff.myDayOf({ date: since })}>{t("unmarkedOpen")}</TextLink>}
          >
            {t("unmarkedBefore", { ...values, count: around.unmarked })}
          </Banner>
        </div>
      )}
      {sessions.length === 0 ? (
        <EmptyState title={t("freeTitle")} body={<NextDay day={day} around={around} />} action={<ToCalendar />} />
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
          {focus ? (
            <FocusCard key={focus.session.id} focus={focus} day={day} values={values} />
          ) : (
            <div className="rounded-lg border border-border bg-surface">
              <EmptyState title={t("doneTitle")} body={<NextDay day={day} around={around} />} />
            </div>
          )}
          <DayList sessions={sessions} open={focus?.session.id ?? null} day={day} />
        </div>
      )}
    </div>
  );
}

function ToCover({ count }: { count: number }) {
  const t = useTranslations("cover.requests");
  return (
    <Banner action={<TextLink href={paths.staff.coverRequests}>{t("see")}</TextLink>}>{t("waiting", { count })}</Banner>
  );
}

function NextDay({ day, around: { nextAt } }: { day: Day; around: AroundDay }) {
  const t = useTranslations("my-day");
  if (!nextAt) return t("nothingAhead");
  return (
    <TextLink href={paths.staff.myDayOf({ date: dayIn(day.zone, nextAt) })}>
      {t("nextAt", { when: formatDateTime(nextAt, { locale: "en", zone: day.zone }) })}
    </TextLink>
  );
}

function ToCalendar() {
  const t = useTranslations("my-day");
  return <LinkButton href={paths.staff.calendar}>{t("calendar")}</LinkButton>;
}
