import { describe, expect, it } from "vitest";
import { processCount } from "./serving.mjs";

const GIB = 2 ** 30;

describe("how many processes serve", () => {
  it("is one for each core, four at most, as long as each has 2 GiB", () => {
    const on = (cores: number, gib: number) => processCount({}, { cores, memory: gib * GIB });
    expect([on(1, 8), on(2, 24), on(16, 64), on(8, 5), on(2, 1)]).toEqual([1, 2, 4, 2, 1]);
  });

  it("is what WEB_CONCURRENCY says, which must be a number", () => {
    const told = (text: string) => processCount({ WEB_CONCURRENCY: text }, { cores: 2, memory: 4 * GIB });
    expect([told("1"), told("6"), told("")]).toEqual([1, 6, 2]);
    for (const text of ["0", "-1", "two", "2.5", "100"])
      expect(() => told(text)).toThrow(/WEB_CONCURRENCY is the number/);
  });
});
