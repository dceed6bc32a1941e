import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { escapeFormula, unescapeFormula } from "./csv-safe";
import { emailAddress, optionalText, requiredLongText, requiredText } from "./fields";
import * as text from "./text";

const anyText = fc.string({ unit: "binary" });

it("IN-09 leaves nothing that a column cannot hold, whatever comes in", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (codes) => {
      const clean = text.cleanText(String.fromCharCode(...codes));
      expect(text.hasUnstorable(clean)).toBe(false);
      expect(text.cleanText(clean)).toBe(clean);
    }),
  );
  expect(text.cleanText("a\r\nb\rc\0\u202e")).toBe("a\nb\nc");
  expect(text.cleanText("👩‍👧 ok")).toBe("👩‍👧 ok");
});

it("IN-09 refuses in forms what cannot be stored and keeps all other text as typed", () => {
  const bad = ["a\0b", "\ud800", "a\u202eb"];
  expect(bad.every((each) => !requiredText(100).safeParse(each).success)).toBe(true);
  expect(requiredText(100).parse("  José  St.John\u00a0 ")).toBe("José  St.John");
  expect(requiredLongText(100).parse("a\r\nb")).toBe("a\nb");
  expect(z.object({ note: optionalText(5) }).parse({})).toEqual({ note: null });
  expect(optionalText(5).parse("   ")).toBeNull();
  expect(requiredText(3).safeParse("abcd").error?.issues[0]?.message).toBe("too_long");
  expect(requiredText(3).safeParse(" ").error?.issues[0]?.message).toBe("required");
  expect([[], {}, 5, null].every((each) => !requiredText(5).safeParse(each).success)).toBe(true);
  expect(emailAddress.parse(" Ana@Example.org ")).toBe("Ana@Example.org");
});

it("IN-09 stays fast on hostile lengths", () => {
  const flood = `${"\u0301".repeat(50_000)}${" ".repeat(50_000)}`;
  const start = performance.now();
  text.cleanText(flood);
  text.collapseWhitespace(flood);
  text.foldText(flood);
  expect(performance.now() - start).toBeLessThan(500);
});

it("IN-07 gives back exactly the text that went out", () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.stringMatching(/^'*[=+\-@＝].*$/)), (original) => {
      const cell = escapeFormula(original);
      expect(unescapeFormula(cell)).toBe(original);
      expect(/^[=+\-@\t\r\n\0＝＋－＠]/.test(cell)).toBe(false);
    }),
  );
});

it("cuts between characters", () => {
  expect(text.truncate("abc👩d", 4)).toBe("abc…");
  expect(text.truncate("abcd", 4)).toBe("abcd");
  expect(text.blankToNull(" \n ")).toBeNull();
});
