import { expect, it } from "vitest";
import { instantOf } from "@/lib/values/instant";
import { focusOf, momentOf, nextTurn } from "./rules";

const hour = (of: number) => instantOf(Date.UTC(2026, 2, 10, of));
const session = (id: string, from: number, status: "BOOKED" | "REQUESTED" | "HELD" | "NO_SHOW" = "BOOKED") => ({
  ...{ id, status },
  startsAt: hour(from),
  endsAt: hour(from + 1),
});
const day = [session("nine", 9), session("eleven", 11), session("three", 15)];

it("puts what is going on on top, then what comes next", () => {
  expect(focusOf(day, { at: hour(11) })?.id).toBe("eleven");
  expect(focusOf(day, { at: hour(12) })?.id).toBe("three");
});

it("puts what was tapped on top, and at the end of the day what still waits to be marked", () => {
  expect(focusOf(day, { at: hour(12), chosen: "nine" })?.id).toBe("nine");
  expect(focusOf(day, { at: hour(20) })?.id).toBe("three");
  expect(focusOf([session("nine", 9, "HELD")], { at: hour(20) })).toBeNull();
});

it("lets a session wait to be marked only when it is over and nobody has said how it went", () => {
  const at = hour(12);
  expect(day.map((one) => momentOf(one, at))).toEqual(["unmarked", "unmarked", "ahead"]);
  expect(momentOf(session("nine", 9, "NO_SHOW"), at)).toBe("done");
});

it("looks again when the next session begins or ends", () => {
  expect(nextTurn(day, hour(9))).toEqual(hour(10));
  expect(nextTurn(day, hour(16))).toBeNull();
});
