import { Clock, MapPin, Tag, UserRound, Video } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonStyles } from "@/components/ui/button-styles";
import type { PortalSession } from "@/lib/features/clients/portal/sessions/schema";
import { formatDay, formatList, formatTimeRange } from "@/lib/values/format";
import { type Locale, localeOf } from "@/lib/values/locale";
import { SessionStatus } from "./session-status";
import { sessionTypeKey } from "./session-type-key";
import { SharedNote } from "./shared-note";

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-2.5 [&>svg]:mt-[0.2em] [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-muted">
      {icon}
      <span className="min-w-0 break-words">{children}</span>
    </li>
  );
}

/** The same moment on the reader's own clock; null where that shows the same. */
function ownTime({ startsAt, endsAt, timeZone, ownTimeZone }: PortalSession, locale: Locale): string | null {
  const shown = (zone: string) =>
    `${formatDay(startsAt, { locale, zone, style: "weekday" })}, ${formatTimeRange(startsAt, endsAt, { locale, zone })}`;
  if (shown(timeZone) === shown(ownTimeZone)) return null;
  const isSameDay =
    formatDay(startsAt, { locale, zone: timeZone }) === formatDay(startsAt, { locale, zone: ownTimeZone });
  const time = formatTimeRange(startsAt, endsAt, { locale, zone: ownTimeZone, showZone: true });
  return isSameDay ? time : `${formatDay(startsAt, { locale, zone: ownTimeZone, style: "weekday" })}, ${time}`;
}

/** Addresses come from what somebody typed; only those of the web are followed. */
const isWebAddress = (text: string | null): text is string => text !== null && /^https?:\/\//i.test(text);

type SessionCardProps = { session: PortalSession; severalClients: boolean; level?: 2 | 3; children?: ReactNode };

/** A session that is ahead: when, with whom and where, ready to be joined. */
export function SessionCard({ session, severalClients, level = 3, children }: SessionCardProps) {
  const t = useTranslations("portal");
  const asked = useLocale();
  const locale = localeOf(asked);
  const { status, startsAt, endsAt, timeZone: zone, practitioners, type, service, meetingLink } = session;
  const Heading = `h${level}` as const;
  const isCancelled = status === "CANCELLED";
  const kind = sessionTypeKey(type);
  const place = [session.location, session.room, session.location ? null : session.center].filter(Boolean).join(" · ");
  const isThere = type === "Face-to-face" || session.location !== null || session.room !== null;
  const own = ownTime(session, locale);
  const what = [service, kind ? t(`sessionTypes.${kind}`) : type, severalClients ? session.clientName : null];
  return (
    <article
      className={`rounded-lg border p-4 ${status === "REQUESTED" ? "border-strong border-dashed" : "border-border bg-surface"}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <Heading className={`font-semibold ${isCancelled ? "text-muted line-through" : ""}`}>
          {formatDay(startsAt, { locale, zone, style: "long" })}
        </Heading>
        <SessionStatus status={status} />
      </div>
      <ul className="mt-2 grid gap-1.5">
        <Line icon={<Clock aria-hidden />}>
          {formatTimeRange(startsAt, endsAt, { locale, zone, showZone: true })}
          {own && <span className="block text-muted text-sm">{t("sessions.ownTime", { time: own })}</span>}
        </Line>
        {practitioners.length > 0 && (
          <Line icon={<UserRound aria-hidden />}>
            {t("upcoming.with", { people: formatList(practitioners, locale) })}
          </Line>
        )}
        {isThere && place && <Line icon={<MapPin aria-hidden />}>{place}</Line>}
        <Line icon={<Tag aria-hidden />}>{what.filter(Boolean).join(" · ")}</Line>
      </ul>
      {session.sharedNotes && <SharedNote text={session.sharedNotes} />}
      {status === "BOOKED" && isWebAddress(meetingLink) && (
        <a href={meetingLink} rel="noreferrer" className={buttonStyles({ variant: "primary", className: "mt-3" })}>
          <Video aria-hidden />
          {t("sessions.join")}
        </a>
      )}
      {children}
    </article>
  );
}
