import { idOf } from "../large/rows.mjs";

/** A day of a week in which the large database has its usual number of sessions. */
const WEEK = "2026-10-20";
const DAYS = "first=2026-10-18&end=2026-10-25&zone=America%2FChicago";

/** The calendar and the search for times. */
export function scheduling(get) {
  return [
    get("calendar week, one practitioner", {
      as: "staff",
      budget: [30, 150],
      address: `/staff/calendar?view=week&date=${WEEK}&practitioner=${idOf("9a", 3)}`,
    }),
    get("calendar week, everyone", {
      as: "staff",
      budget: [100, null],
      address: `/staff/calendar?view=week&date=${WEEK}`,
    }),
    get("the sessions of a week, one practitioner", {
      as: "staff",
      budget: [30, 150],
      floor: "answer",
      address: `/api/live/calendar?${DAYS}&practitioner=${idOf("9a", 3)}`,
    }),
    get("the sessions of a week, everyone", {
      as: "staff",
      budget: [100, null],
      floor: "answer",
      address: `/api/live/calendar?${DAYS}`,
    }),
    get("clients without a next session", { as: "staff", budget: [25, 120], address: "/staff/scheduling" }),
    get("who has time for a client", {
      as: "staff",
      budget: [35, 170],
      address: (turn) => `/staff/scheduling?client=${idOf("c1", 1000 + (turn % 200))}`,
    }),
    get("who covers a week's time", {
      as: "staff",
      budget: [100, null],
      address: `/staff/scheduling/coverage?week=${WEEK}&center=${idOf("ce", 3)}&at=2026-10-20T10`,
    }),
  ];
}
