import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CalendarScreen } from "@/components/calendar/calendar-screen";
import { printsCalendar } from "@/lib/features/calendar/scope";
import { calendarTerms } from "@/lib/features/calendar/sessions/copy";
import { findCalendarChoices, findOwnZone } from "@/lib/features/calendar/sessions/queries";
import { calendarSearch } from "@/lib/features/calendar/sessions/schema";
import { moveSessionAction } from "@/lib/features/scheduling/sessions/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { dayIn } from "@/lib/values/wall-clock";

export const metadata: Metadata = { title: "Calendar" };

export default async function CalendarPage({ searchParams }: PageProps<"/staff/calendar">) {
  const actor = await admit("calendar.view");
  const search = calendarSearch.parse(await searchParams);
  const { view = "week", date, center = "", practitioner = "", service = "" } = search;
  const [choices, ownZone, { timeZone }, terms, t] = await Promise.all([
    findCalendarChoices(actor),
    findOwnZone(actor),
    findSetting("organization"),
    findSetting("terminology"),
    getTranslations("team-calendar"),
  ]);
  const centerZone = ownZone ?? timeZone;
  const at = now();
  return (
    <>
      <h1 className="sr-only">{t("title")}</h1>
      <CalendarScreen
        initial={{ view, date: date ?? dayIn(centerZone, at), center, practitioner, service }}
        choices={choices}
        centerZone={centerZone}
        may={{
          add: actor.can("sessions.record"),
          move: actor.can("sessions.edit") ? moveSessionAction : null,
          seeOthers: actor.role !== "practitioner",
          print: printsCalendar(actor),
        }}
        terms={calendarTerms(terms)}
        now={at}
      />
    </>
  );
}
