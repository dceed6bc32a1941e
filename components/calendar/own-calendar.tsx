import { useTranslations } from "next-intl";
import { LockedNote } from "@/components/ui/locked-note";
import { Section } from "@/components/ui/section";
import { makeCalendarLinkAction, revokeCalendarLinkAction } from "@/lib/features/calendar/links/actions";
import type { OwnLink } from "@/lib/features/calendar/links/schema";
import { formatDay } from "@/lib/values/format";
import { CalendarLink } from "./calendar-link";

/** A practitioner's own calendar, for the calendar program they use; it works for whom may report on sessions. */
export function OwnCalendar({ link, zone, works }: { link: OwnLink; zone: string; works: boolean }) {
  const t = useTranslations("calendar.link");
  return (
    <Section title={t("title")} description={t("help")}>
      {works ? (
        <CalendarLink
          made={link && formatDay(link.madeAt, { locale: "en", zone })}
          actions={{ make: makeCalendarLinkAction, revoke: revokeCalendarLinkAction }}
        />
      ) : (
        <LockedNote>{t("refused")}</LockedNote>
      )}
    </Section>
  );
}
