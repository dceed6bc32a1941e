import { expect, it } from "vitest";
import { processCount } from "./serving.mjs";

it("one process serves, or as many as WEB_CONCURRENCY says, which must be a number", () => {
  const told = (WEB_CONCURRENCY?: string) => processCount({ WEB_CONCURRENCY });
  expect([told(), told(""), told("1"), told("6")]).toEqual([1, 1, 1, 6]);
  for (const text of ["0", "-1", "two", "2.5", "100"])
    expect(() => told(text)).toThrow(/WEB_CONCURRENCY is the number/);
});
