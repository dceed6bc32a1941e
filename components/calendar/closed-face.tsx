import { useTranslations } from "next-intl";
import type { ClosedTime } from "@/lib/features/calendar/closed/schema";

/**
 * What a shaded time is: in words for everybody where it is more than the end of a working day.
 * @param time where it is a row of a list; blank for whole days.
 */
export function ClosedFace({ closed: { kind, name }, time }: { closed: ClosedTime; time?: string }) {
  const t = useTranslations("team-calendar.closed");
  if (kind === "hours") return <span className="sr-only">{t("hours")}</span>;
  const what = kind === "off" ? t("off") : name;
  if (time === undefined) return <span className="closed-name">{what}</span>;
  return (
    <span className="session-face session-row">
      <span className="session-time">{time || t("allDay")}</span> <span className="session-clients">{what}</span>
    </span>
  );
}
