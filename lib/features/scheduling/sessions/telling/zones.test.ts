import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const run = promisify(execFile);

const ZONES = [
  ...["America/Chicago", "America/New_York", "America/St_Johns", "America/Sao_Paulo", "America/Santiago"],
  ...["America/Anchorage", "Pacific/Honolulu", "Pacific/Apia", "Pacific/Auckland", "Pacific/Chatham"],
  ...["Australia/Lord_Howe", "Australia/Sydney", "Asia/Kathmandu", "Asia/Kolkata", "Asia/Tehran"],
  ...["Asia/Tokyo", "Africa/Casablanca", "Africa/Cairo", "Europe/London", "Europe/Berlin"],
];
const SERVERS = ["UTC", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"];

/**
 * Everything that says a time, for each week from 2024 through 2030: the dates of a series, the times offered from
 * somebody's hours on the days on which clocks change, the lines of a letter in both languages, and the calendar file.
 * Run in a process of its own, because a zone is set for a process.
 */
const PROGRAM = `
  import { createHash } from "node:crypto";
  import ICAL from "ical.js";
  import { keysOf, placeOccurrences } from "./lib/features/scheduling/series/rules.ts";
  import { repeatInput } from "./lib/features/scheduling/series/schema.ts";
  import { whenLine } from "./lib/features/scheduling/sessions/telling/copy.ts";
  import { slotsIn } from "./lib/features/scheduling/slots/rules.ts";
  import { calendarText } from "./lib/platform/calendar-text.ts";
  import { translatorFor } from "./lib/platform/i18n/translate.ts";
  import { momentsOf } from "./lib/values/intervals.ts";

  const wrong = [];
  const digests = {};
  const keep = (what, text) => { (digests[what] ??= createHash("sha256")).update(text + "\\n"); };
  const languages = await Promise.all(["en", "es"].map(async (locale) => ({ locale, t: await translatorFor(locale) })));
  for (const timeZone of ${JSON.stringify(ZONES)}) {
    const everything = ["01:30", "09:00"].flatMap((start) => ["2024-01-01", "2025-12-29", "2027-12-27", "2029-12-24"].flatMap((date) => {
      const keys = keysOf({ date, start }, repeatInput.parse({ every: "week", count: "104" }));
      return placeOccurrences(keys, { first: { date, start, minutes: 60, practitionerIds: [] }, lines: {}, timeZone });
    }));
    for (const { key, startsAt } of everything) keep("series", key + startsAt.toISOString());

    // Each week of the months in which clocks change, and one of every other.
    const placed = everything.filter(({ key }) => /-(03|04|09|10|11)-/.test(key) || /-0[1-7]T09/.test(key));

    const hours = { zone: timeZone, usual: new Map([5, 7].map((weekday) => [weekday, [{ start: "01:00", end: "03:30" }]])), ranges: [], days: new Map() };
    const range = { start: new Date("2024-01-01T00:00Z"), end: new Date("2031-01-01T00:00Z") };
    for (const { start } of slotsIn(momentsOf(hours, range), { minutes: 30, step: 30, timeZone })) keep("slots", start.toISOString());

    const session = { timeZone, type: "Face-to-face", meetingLink: null, center: { name: "Center" } };
    const taking = { timeZone: "Asia/Kathmandu" };
    placed.forEach(({ key, startsAt, endsAt }, index) => {
      const line = whenLine({ session: { ...session, startsAt, endsAt }, taking }, languages[index % 2]);
      keep("letters", line);
      if (key.endsWith("09:00") && !/, 9:00/.test(line)) wrong.push(timeZone + " " + key + ": " + line);
    });

    const entries = placed.map(({ key, startsAt, endsAt }) => ({ uid: timeZone + key, sequence: 0, title: key, location: null, url: null, startsAt, endsAt }));
    const text = calendarText({ method: "PUBLISH", stampedAt: range.start, entries });
    keep("calendar", text);
    const read = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));
    read.forEach(({ startDate, endDate, summary }, index) => {
      const { key, startsAt, endsAt } = placed[index];
      const same = summary === key && startDate.toJSDate().getTime() === startsAt.getTime() && endDate.toJSDate().getTime() === endsAt.getTime();
      if (!same) wrong.push(timeZone + " " + key + " in the calendar file");
    });
    if (read.length !== placed.length) wrong.push(timeZone + ": " + read.length + " of " + placed.length + " entries");
  }
  const told = Object.fromEntries(Object.entries(digests).map(([what, hash]) => [what, hash.digest("hex")]));
  process.stdout.write(JSON.stringify({ behind: new Date("2026-07-01T12:00Z").getTimezoneOffset(), wrong, told }));`;

it("BK-05 series, offered times, letters and calendar files are the same on a server in whatever zone, and agree", async () => {
  const args = ["--conditions=react-server", "--import", "tsx", "--input-type=module", "-e", PROGRAM];
  const outputs = await Promise.all(
    SERVERS.map(async (TZ) => {
      const { stdout } = await run(process.execPath, args, { env: { ...process.env, TZ }, maxBuffer: 50_000_000 });
      return JSON.parse(stdout) as { behind: number; wrong: string[]; told: Record<string, string> };
    }),
  );
  expect(outputs.map(({ behind }) => behind)).toEqual([0, 240, -330, -630, -780]);
  for (const { wrong, told } of outputs) {
    expect(wrong).toEqual([]);
    expect(Object.keys(told)).toEqual(["series", "slots", "letters", "calendar"]);
    expect(told).toEqual(outputs[0]?.told);
  }
}, 120_000);
