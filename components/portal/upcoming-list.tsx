import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { StatusChip } from "@/components/ui/status-chip";
import type { PortalSession } from "@/lib/features/clients/portal/sessions/schema";
import type { RegistrationView } from "@/lib/features/training/registrations/schema";
import { paths } from "@/lib/paths";
import { formatDay, formatList, formatTime } from "@/lib/values/format";
import { type Locale, localeOf } from "@/lib/values/locale";
import { type AgendaItem, AgendaList } from "./agenda-list";
import { SessionStatus } from "./session-status";
import { sessionTypeKey } from "./session-type-key";

type Words = ReturnType<typeof useTranslations<"portal">>;
type Dated = { startsAt: Date; item: AgendaItem };

function whenOf({ startsAt, timeZone }: { startsAt: Date; timeZone: string }, locale: Locale) {
  const day = formatDay(startsAt, { locale, zone: timeZone, style: "weekday" });
  return `${day}, ${formatTime(startsAt, { locale, zone: timeZone, showZone: true })}`;
}

function registrationItem(place: RegistrationView, { t, locale }: { t: Words; locale: Locale }): Dated {
  const where = place.location ?? (place.onlineUrl ? t("upcoming.online") : null);
  const details = [where, place.isOwn ? null : t("upcoming.for", { name: place.name })];
  const waiting = place.status === "WAITING" && (
    <StatusChip tone="warning">{t("upcoming.waiting", { place: place.waitingPlace ?? 0 })}</StatusChip>
  );
  const cancelled = place.eventStatus === "CANCELLED" && (
    <StatusChip tone="danger">{t("upcoming.cancelled")}</StatusChip>
  );
  return {
    startsAt: place.startsAt,
    item: {
      id: place.id,
      kind: "event",
      title: place.title,
      href: paths.portal.trainingEvent(place.eventId),
      when: whenOf(place, locale),
      details: details.filter((text) => text !== null),
      status: cancelled || waiting || null,
    },
  };
}

function sessionItem(session: PortalSession, { t, locale }: { t: Words; locale: Locale }): Dated {
  const type = sessionTypeKey(session.type);
  const people = formatList(session.practitioners, locale);
  return {
    startsAt: session.startsAt,
    item: {
      id: session.id,
      kind: "session",
      title: people ? t("upcoming.with", { people }) : session.clientName,
      href: null,
      when: whenOf(session, locale),
      details: [
        type ? t(`sessionTypes.${type}`) : session.type,
        session.clientName,
        session.location,
        session.sharedNotes,
      ].filter((text) => text !== null),
      status: <SessionStatus status={session.status} />,
    },
  };
}

/** Sessions and training events ahead, soonest first. */
export function UpcomingList({
  registrations,
  sessions,
}: {
  registrations: readonly RegistrationView[];
  sessions: readonly PortalSession[];
}) {
  const t = useTranslations("portal");
  const asked = useLocale();
  const context = { t, locale: localeOf(asked) };
  const dated = [
    ...registrations.map((place) => registrationItem(place, context)),
    ...sessions.map((session) => sessionItem(session, context)),
  ];
  if (dated.length === 0) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-border bg-surface p-4">
        <p className="text-muted">{t("upcoming.none")}</p>
        <LinkButton href={paths.portal.trainingEvents} variant="secondary">
          {t("upcoming.browse")}
        </LinkButton>
      </div>
    );
  }
  const items = dated.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime()).map(({ item }) => item);
  return <AgendaList items={items} label={t("upcoming.title")} />;
}
