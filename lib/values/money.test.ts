import fc from "fast-check";
import { expect, it } from "vitest";
import * as m from "./money";

it("shares an amount out to the last cent", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1 }),
      (cents, weights) => {
        fc.pre(weights.some((weight) => weight > 0));
        const parts = m.allocateMoney(m.money(cents, "USD"), weights);
        expect(m.sumMoney(parts, "USD").cents).toBe(cents === 0 ? 0 : cents);
      },
    ),
  );
  expect(m.allocateMoney(m.money(100, "USD"), [1, 1, 1]).map((part) => part.cents)).toEqual([34, 33, 33]);
});

it("refuses amounts that are no whole cents and sums of two currencies", () => {
  expect(() => m.money(1.5, "USD")).toThrow();
  expect(() => m.money(Number.NaN, "USD")).toThrow();
  expect(() => m.money(2 ** 53, "USD")).toThrow();
  expect(() => m.addMoney(m.money(1, "USD"), m.money(1, "EUR"))).toThrow();
});

it("reads typed amounts without floating point", () => {
  expect(m.parseMoney("$1,234.5", "USD")).toEqual(m.money(123_450, "USD"));
  expect(m.parseMoney("0.29", "USD")?.cents).toBe(29);
  expect(m.parseMoney("-.75", "USD")?.cents).toBe(-75);
  expect(m.parseMoney("500", "JPY")?.cents).toBe(500);
  expect(
    ["", ".", "1e309", "1.234", "1,2", "NaN", "0x10", "1 000", "12,34.5"].map((text) => m.parseMoney(text, "USD")),
  ).toEqual(Array(9).fill(null));
});

it("rounds halves away from zero", () => {
  expect(m.multiplyMoney(m.money(5, "USD"), 0.5).cents).toBe(3);
  expect(m.multiplyMoney(m.money(-5, "USD"), 0.5).cents).toBe(-3);
});
