import type { Actor } from "@/lib/platform/access/actor";

/** Whether somebody's calendar may leave the app: a contact's own does, the team's for whom may report on sessions. */
export function takesCalendarOut(actor: Actor): boolean {
  return actor.kind === "contact" || actor.can("calendar.take-out");
}

/** Whether what the calendar shows may be printed: only for whom may report on all the sessions that they see. */
export function printsCalendar(actor: Actor): boolean {
  return takesCalendarOut(actor) && actor.reach("sessions", "report") === actor.reach("sessions", "view");
}
