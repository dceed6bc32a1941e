import { useLocale, useTranslations } from "next-intl";
import type { PortalSession } from "@/lib/features/clients/portal/sessions/schema";
import { formatDay, formatDuration, formatList, formatTimeRange } from "@/lib/values/format";
import { localeOf } from "@/lib/values/locale";
import { AgendaList } from "./agenda-list";
import { SessionStatus } from "./session-status";
import { sessionTypeKey } from "./session-type-key";
import { SharedNote } from "./shared-note";

/** What was, the newest first: when, with whom, what, how long, and what was written for the client. */
export function ServiceHistory({
  sessions,
  severalClients,
}: {
  sessions: readonly PortalSession[];
  severalClients: boolean;
}) {
  const t = useTranslations("portal");
  const asked = useLocale();
  const locale = localeOf(asked);
  const items = sessions.map(({ id, status, startsAt, endsAt, timeZone: zone, type, minutes, ...session }) => {
    const known = sessionTypeKey(type);
    const people = formatList(session.practitioners, locale);
    const details = [
      session.service,
      known ? t(`sessionTypes.${known}`) : type,
      severalClients ? session.clientName : null,
      status === "HELD" && minutes > 0 ? t("sessions.contact", { duration: formatDuration(minutes, locale) }) : null,
    ];
    const time = formatTimeRange(startsAt, endsAt, { locale, zone, showZone: true });
    return {
      id,
      kind: "session" as const,
      title: people ? t("upcoming.with", { people }) : session.clientName,
      href: null,
      when: `${formatDay(startsAt, { locale, zone })}, ${time}`,
      details: details.filter((text) => text !== null),
      status: (status !== "HELD" || session.sharedNotes) && (
        <>
          <SessionStatus status={status} isPast />
          {session.sharedNotes && <SharedNote text={session.sharedNotes} />}
        </>
      ),
    };
  });
  return <AgendaList items={items} label={t("sessions.history")} />;
}
