import { afterEach, describe, expect, it } from "vitest";
import * as format from "./format";
import { addMinutes, type Instant, isoOf, parseInstant } from "./instant";
import { money } from "./money";

const before = process.env.TZ;
afterEach(() => {
  process.env.TZ = before;
});

const at = (iso: string): Instant => parseInstant(iso) ?? expect.fail(`${iso} is unreadable`);
const chicago = { locale: "en", zone: "America/Chicago" } as const;

describe.each(["UTC", "Asia/Kathmandu", "America/St_Johns"])("printed by a server in %s", (serverZone) => {
  it("shows the wall clock of the zone asked for, with plain spaces", () => {
    process.env.TZ = serverZone;
    const start = at("2026-03-08T19:15:00Z");
    expect(format.formatDate("2026-03-08", "en")).toBe("Mar 8, 2026");
    expect(format.formatDate("2026-03-08", "en", { style: "long" })).toBe("Sunday, March 8, 2026");
    expect(format.formatDate("2026-03-08", "es")).toBe("8 mar 2026");
    expect(format.formatTime(start, chicago)).toBe("2:15 PM");
    expect(format.formatDateTime(start, { ...chicago, showZone: true })).toBe("Mar 8, 2026, 2:15 PM CDT");
    expect(format.formatTimeRange(start, addMinutes(start, 45), chicago)).toBe("2:15 – 3:00 PM");
    expect(format.formatDay(at("2026-03-08T04:00:00Z"), chicago)).toBe("Mar 7, 2026");
    expect(format.formatLocalTime("14:15", "en")).toBe("2:15 PM");
    expect(format.formatLocalTime("24:00", "en")).toBe("12:00 AM");
    expect(format.formatDateRange("2026-03-08", "2026-03-12", { locale: "en" })).toBe("Mar 8 – 12, 2026");
  });
});

it("tells how long ago", () => {
  const now = at("2026-03-08T12:00:00Z");
  expect(format.formatRelative(at("2026-03-08T09:00:00Z"), now, { locale: "en" })).toBe("3 hours ago");
  expect(format.formatRelative(at("2026-03-07T09:00:00Z"), now, { locale: "en" })).toBe("yesterday");
  expect(format.formatRelative(now, now, { locale: "en" })).toBe("now");
  expect(format.formatRelative(at("2026-03-10T12:30:00Z"), now, { locale: "es" })).toBe("pasado mañana");
});

it("prints amounts exactly", () => {
  expect(format.formatMoney(money(123_450, "USD"), "en")).toBe("$1,234.50");
  expect(format.formatMoney(money(-5, "USD"), "en")).toBe("-$0.05");
  expect(format.formatMoney(money(500, "JPY"), "en")).toBe("¥500");
  expect(format.formatMoney(money(9_007_199_254_740_991, "USD"), "en")).toBe("$90,071,992,547,409.91");
});

it("prints counts, lists, sizes and durations", () => {
  expect(format.formatNumber(10_000, "en")).toBe("10,000");
  expect(format.formatPercent(0.256, "en")).toBe("26%");
  expect(format.formatList(["Ana", "Luis", "Omar"], "en")).toBe("Ana, Luis, and Omar");
  expect(format.formatFileSize(1_500_000, "en")).toBe("1.5 MB");
  expect(format.formatFileSize(0, "en")).toBe("0 bytes");
  expect(format.formatDuration(90, "en")).toBe("1 hr 30 min");
  expect(format.formatDuration(0, "en")).toBe("0 min");
});

it("reads instants only with their zone", () => {
  expect(isoOf(at("2026-03-08T09:00:00-05:00"))).toBe("2026-03-08T14:00:00.000Z");
  expect(["2026-03-08", "2026-03-08T09:00:00", "2026-13-08T09:00:00Z", "now"].map(parseInstant)).toEqual(
    Array(4).fill(null),
  );
});
