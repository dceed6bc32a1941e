import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { makeCalendarLinkAction, revokeCalendarLinkAction } from "@/lib/features/calendar/links/actions";
import type { OwnLink } from "@/lib/features/calendar/links/schema";
import { formatDay } from "@/lib/values/format";
import { CalendarLink } from "./calendar-link";

/** A practitioner's own calendar, for the calendar program they use. */
export function OwnCalendar({ link, zone }: { link: OwnLink; zone: string }) {
  const t = useTranslations("calendar.link");
  return (
    <Section title={t("title")} description={t("help")}>
      <CalendarLink
        made={link && formatDay(link.madeAt, { locale: "en", zone })}
        actions={{ make: makeCalendarLinkAction, revoke: revokeCalendarLinkAction }}
      />
    </Section>
  );
}
