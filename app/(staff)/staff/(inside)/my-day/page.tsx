import type { Metadata } from "next";
import { MyDay } from "@/components/my-day/my-day";
import { findAroundDay, listLastTimes, listOwnDay } from "@/lib/features/calendar/day/queries";
import { focusOf } from "@/lib/features/calendar/day/rules";
import { daySearch } from "@/lib/features/calendar/day/schema";
import { findOwnZone } from "@/lib/features/calendar/sessions/queries";
import { termValues } from "@/lib/features/clients/copy";
import { findDraft } from "@/lib/features/drafts/queries";
import { draftKeys } from "@/lib/features/drafts/schema";
import { countOwnCoverRequests } from "@/lib/features/scheduling/cover/requests/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { dayIn } from "@/lib/values/wall-clock";

export const metadata: Metadata = { title: "My Day" };

export default async function MyDayPage({ searchParams }: PageProps<"/staff/my-day">) {
  const actor = await admit("calendar.view");
  const { date, session: chosen } = daySearch.parse(await searchParams);
  const [ownZone, organization, terms] = await Promise.all([
    findOwnZone(actor),
    findSetting("organization"),
    findSetting("terminology"),
  ]);
  const at = now();
  const zone = ownZone ?? organization.timeZone;
  const day = { date: date ?? dayIn(zone, at), zone };
  const [sessions, around, toCover] = await Promise.all([
    listOwnDay(actor, day),
    findAroundDay(actor, day),
    countOwnCoverRequests(actor),
  ]);
  const focus = focusOf(sessions, { at, chosen });
  const [lastTimes, draft] = focus
    ? await Promise.all([listLastTimes(actor, focus), findDraft(actor, draftKeys.holdSession(focus.id))])
    : [[], null];
  return (
    <MyDay
      day={{ ...day, today: dayIn(zone, at), now: at, isOwn: actor.practitionerId !== null }}
      focus={focus && { session: focus, lastTimes, draft, mayChange: actor.can("sessions.edit") }}
      values={termValues(terms)}
      {...{ sessions, around, toCover }}
    />
  );
}
