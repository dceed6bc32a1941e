import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "@/components/ui/text-link";
import type { DaySession, LastTime } from "@/lib/features/calendar/day/schema";
import { paths } from "@/lib/paths";
import { formatDay, formatDuration } from "@/lib/values/format";
import type { Day } from "./my-day";

type LastTimesProps = { lastTimes: readonly LastTime[]; session: DaySession; day: Day };

/** What was said the last time, and what was noted for this one. */
export function LastTimes({ lastTimes, session, day }: LastTimesProps) {
  const t = useTranslations("my-day");
  return (
    <>
      {session.notes && <Said title={t("plannedNote")} texts={[session.notes]} />}
      {lastTimes.map((last) => (
        <Said
          key={last.clientId}
          title={
            <>
              <TextLink href={paths.staff.session(last.sessionId)}>
                {t(lastTimes.length > 1 ? "lastTimeOf" : "lastTime", {
                  name: last.name,
                  day: formatDay(last.startsAt, { locale: "en", zone: day.zone }),
                })}
              </TextLink>{" "}
              <span className="font-normal text-muted">
                {[last.type, formatDuration(last.minutes, "en"), last.practitioners].filter(Boolean).join(" · ")}
              </span>
            </>
          }
          texts={[last.notes, last.sharedNotes]}
        />
      ))}
      {lastTimes.length === 0 && <p className="text-muted text-sm">{t("firstTime")}</p>}
    </>
  );
}

function Said({ title, texts }: { title: ReactNode; texts: readonly (string | null)[] }) {
  const t = useTranslations("my-day");
  const said = texts.filter((text): text is string => Boolean(text));
  return (
    <div className="rounded-md border-border border-l-3 bg-bg px-3 py-2">
      <h3 className="font-medium text-sm">{title}</h3>
      {said.map((text) => (
        <p key={text} className="mt-1 line-clamp-6 max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">
          {text}
        </p>
      ))}
      {said.length === 0 && <p className="mt-1 text-muted text-sm">{t("nothingNoted")}</p>}
    </div>
  );
}
