import { expect, it } from "vitest";
import { changedWords } from "./rules";

const said = (before: string, after: string) =>
  changedWords(before, after).map(({ kind, text }) => ({ same: text, added: `+${text}+`, removed: `-${text}-` })[kind]);

it("what changed between two texts is told word by word, signs and breaks too, and gives both texts back", () => {
  expect(said("We keep it for 5 years.", "We keep it for 7 years.").join("")).toBe("We keep it for -5-+7+ years.");
  expect(said("Datos útiles", "Datos muy útiles").join("")).toContain("+muy");
  expect(said("Same.", "Same.")).toEqual(["Same."]);
  expect(said("", "New")).toEqual(["+New+"]);
  const [before, after] = ["## One\n\nFirst, second.\n- a\n- b", "## One\n\nFirst; third.\n\n- b\n- c"];
  const pieces = changedWords(before, after);
  const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map(({ text }) => text);
  expect(without("added").join("")).toBe(before);
  expect(without("removed").join("")).toBe(after);
});
