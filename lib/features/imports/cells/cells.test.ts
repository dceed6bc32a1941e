import { expect, it } from "vitest";
import { dateQuestions, emptyEvidence, noteDate, orderOf, readDate } from "@/lib/features/imports/cells/dates/rules";
import { readMinutes, readNumber } from "@/lib/features/imports/cells/numbers/rules";
import { readCell } from "@/lib/features/imports/cells/rules";
import { readTime } from "@/lib/features/imports/cells/times/rules";
import {
  readCountry,
  readLanguage,
  readLanguageCode,
  readStanding,
  readYesNo,
} from "@/lib/features/imports/cells/words/rules";

it.each([
  ["2024-03-31", "2024-03-31"],
  ["2024/3/1", "2024-03-01"],
  ["20240331", "2024-03-31"],
  ["03/31/2024", "2024-03-31"],
  ["31/03/2024", "2024-03-31"],
  ["3/3/24", "2024-03-03"],
  ["31.3.2024", "2024-03-31"],
  ["4.3.2024", "2024-03-04"],
  ["Mar 3, 2024", "2024-03-03"],
  ["March 3rd, 2024", "2024-03-03"],
  ["3 Mar 2024", "2024-03-03"],
  ["3-Mar-2024", "2024-03-03"],
  ["3 de marzo de 2024", "2024-03-03"],
  ["45354", "2024-03-03"],
  ["45354.75", "2024-03-03"],
  ["2024-03-31T10:00:00Z", "2024-03-31"],
  ["03/31/2024 12:00:00 AM", "2024-03-31"],
  ["12/31/99", "1999-12-31"],
])("reads the date %s", (text, date) => {
  expect(readDate(text, null)).toEqual({ ok: true, date });
});

it.each([
  ["31.02.2024", "date_impossible"],
  ["2024-13-01", "date_impossible"],
  ["13/13/2024", "date_impossible"],
  ["03/04/2024", "date_order_unknown"],
  ["soon", "date_unreadable"],
  ["3", "date_unreadable"],
  ["2024", "date_unreadable"],
  ["Foo 3, 2024", "date_unreadable"],
  ["0/0/0", "date_unreadable"],
])("does not take %s for a day", (text, code) => {
  expect(readDate(text, null)).toEqual({ ok: false, code });
});

it("reads 03/04 in the order of its column", () => {
  expect(readDate("03/04/2024", "month_first")).toEqual({ ok: true, date: "2024-03-04" });
  expect(readDate("03/04/2024", "day_first")).toEqual({ ok: true, date: "2024-04-03" });
  expect(readDate("31/03/2024", "month_first")).toEqual({ ok: false, code: "date_impossible" });
});

it("asks about the order only where a column does not show it", () => {
  const profile = (samples: string[]) => {
    const dates = emptyEvidence();
    for (const sample of samples) noteDate(dates, sample);
    return { header: "Date", filled: samples.length, samples, dates };
  };
  const columns = [
    profile(["03/04/2024", "12/31/2024"]),
    profile(["03/04/2024"]),
    profile(["2024-03-04"]),
    profile(["03/04/2024", "31/12/2024", "12/31/2024"]),
  ];
  expect(columns.map((column) => orderOf(column.dates))).toEqual(["month_first", null, null, null]);
  expect(dateQuestions(columns, [0, 1, 2, 3]).map(({ column }) => column)).toEqual([1, 3]);
});

it("reads times as people write them", () => {
  const times = ["3:30 PM", "14:15", "9am", "12:00 a.m.", "12 PM", "09:00:00", "noon", "0.5"].map(readTime);
  expect(times).toEqual(["15:30", "14:15", "09:00", "00:00", "12:00", "09:00", "12:00", "12:00"]);
  expect(["25:00", "13:00 PM", "9", "9:60", "", "0 AM", "24:00"].map(readTime)).toEqual(Array(7).fill(null));
});

it("reads numbers and hours exactly", () => {
  expect(["1,234.5", ".75", "-0", "2.0", "+3", " 7 "].map(readNumber)).toEqual([1234.5, 0.75, 0, 2, 3, 7]);
  expect(Object.is(readNumber("-0"), 0)).toBe(true);
  expect(["1e309", "1e3", "NaN", "0x10", "1,23", "", ".", "-", "Infinity", "9".repeat(30)].map(readNumber)).toEqual(
    Array(10).fill(null),
  );
  expect(["1.25", "1:15", "0", "x"].map(readMinutes)).toEqual([75, 75, 0, null]);
});

it("reads words for yes, languages, countries and statuses", () => {
  expect(["Yes", "SÍ", "x", "0", "No", "maybe"].map(readYesNo)).toEqual([true, true, true, false, false, null]);
  const listed = [
    { id: "en", label: "English" },
    { id: "es", label: "Spanish" },
    { id: "pl", label: "Polish" },
    { id: "asl", label: "American Sign Language" },
  ];
  const spoken = ["English", "español", "es-MX", "SPA", "POLSKI", "polaco", "ASL", "american sign language"];
  expect(spoken.map((text) => readLanguage(text, listed))).toEqual(["en", "es", "es", "es", "pl", "pl", "asl", "asl"]);
  expect(["Klingon", "constructor", "French", ""].map((text) => readLanguage(text, listed))).toEqual(
    Array(4).fill(null),
  );
  expect(["French", "français", "zz", "sectors"].map(readLanguageCode)).toEqual(["fr", "fr", null, null]);
  expect(["us", "United States", "México", "Alemania", "UK", "Atlantis", "ZZ"].map(readCountry)).toEqual([
    "US",
    "US",
    "MX",
    "DE",
    "GB",
    null,
    null,
  ]);
  expect(["Active", "INACTIVE", "Prospect", "Hold for Credit Check"].map(readStanding)).toEqual([
    "ACTIVE",
    "INACTIVE",
    "PROSPECT",
    null,
  ]);
});

it("keeps an address and a number it cannot use, and says so", () => {
  const context = { maxLength: 254, dateOrder: null, country: "US" };
  expect(readCell(" hana at example.org ", "email", context)).toEqual({
    value: "hana at example.org",
    problem: { code: "email_unreadable", params: { value: "hana at example.org" } },
  });
  expect(readCell("ask Ann", "phone", context)).toMatchObject({
    value: "ask Ann",
    problem: { code: "phone_unreadable" },
  });
  expect(readCell("(773) 555-2180 x5", "phone", context)).toEqual({ value: "+17735552180;ext=5" });
  expect(readCell("  ", "date", context)).toEqual({ value: null });
  expect(readCell("x".repeat(300), "text", context).problem?.code).toBe("text_too_long");
});

it("IN-09 reads hostile lengths fast", () => {
  const context = { maxLength: 254, dateOrder: null, country: "US" };
  const hostile = [
    "1".repeat(100_000),
    `${"1,".repeat(50_000)}x`,
    " ".repeat(100_000),
    `${"a ".repeat(50_000)}2024`,
    "(".repeat(100_000),
  ];
  const kinds = [
    "date",
    "time",
    "hours",
    "whole-number",
    "yes-no",
    "email",
    "phone",
    "language",
    "country",
    "status",
  ] as const;
  const start = performance.now();
  for (const text of hostile) for (const kind of kinds) readCell(text, kind, context);
  expect(performance.now() - start).toBeLessThan(2_000);
});
