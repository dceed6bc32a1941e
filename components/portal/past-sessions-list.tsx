import { useLocale, useTranslations } from "next-intl";
import type { PortalSession } from "@/lib/features/clients/portal/sessions/schema";
import { formatDay, formatList } from "@/lib/values/format";
import { DEFAULT_LOCALE, isLocale } from "@/lib/values/locale";
import { AgendaList } from "./agenda-list";
import { sessionTypeKey } from "./session-type-key";

/** The last sessions held: day, with whom, and how. */
export function PastSessionsList({ sessions }: { sessions: readonly PortalSession[] }) {
  const t = useTranslations("portal");
  const asked = useLocale();
  const locale = isLocale(asked) ? asked : DEFAULT_LOCALE;
  const items = sessions.map(({ id, startsAt, timeZone, type, practitioners, clientName, sharedNotes }) => {
    const known = sessionTypeKey(type);
    const people = formatList(practitioners, locale);
    return {
      id,
      kind: "session" as const,
      title: people ? t("upcoming.with", { people }) : clientName,
      href: null,
      when: formatDay(startsAt, { locale, zone: timeZone }),
      details: [known ? t(`sessionTypes.${known}`) : type, clientName, sharedNotes].filter((text) => text !== null),
      status: null,
    };
  });
  return <AgendaList items={items} label={t("past.title")} />;
}
