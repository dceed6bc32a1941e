import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { SETTINGS } from "@/lib/features/settings/schema";
import { SECTIONS } from "./schema";

/** What tells an entry from others, may not change, or is not told. */
const NEVER_NAMED = new Set("record type recordType systemKey identifier center firstDay outcome bytes".split(" "));

it("has a word for every field and every setting that a preview may name", () => {
  const words = JSON.parse(readFileSync("messages/en/configuration.json", "utf8"));
  const { settings: _, ...sections } = SECTIONS;
  const fields = Object.values(sections).flatMap(({ shape }) => Object.keys(shape));
  expect(fields.filter((field) => !NEVER_NAMED.has(field) && !words.fields[field])).toEqual([]);
  expect(Object.keys(SETTINGS).filter((key) => !words.settings[key])).toEqual([]);
  expect(Object.keys(SECTIONS).filter((key) => !words.sections[key])).toEqual([]);
});
