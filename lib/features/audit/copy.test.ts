import { expect, it } from "vitest";
import { HISTORY } from "@/lib/platform/history/catalogue";
import words from "@/messages/en/audit.json";

it("has a name for everything that can happen", () => {
  const named: Record<string, Record<string, string>> = words.happened;
  const nameless = Object.keys(HISTORY).filter((kind) => {
    const [noun = "", verb = ""] = kind.split(".");
    return !named[noun]?.[verb];
  });
  expect(nameless).toEqual([]);
});
