import { weighRoutes } from "../lib/tools/bench/weights.mjs";
import { expect, test } from "./support/test";

test("no page asks a browser for more code than its part of the app may weigh", () => {
  const routes = weighRoutes();
  const tooHeavy = routes.filter(({ bytes, budget }) => bytes > budget);
  const kilobytes = (bytes: number) => Math.round(bytes / 1000);
  expect(routes.length).toBeGreaterThan(100);
  expect(
    tooHeavy.map(({ route, bytes, budget }) => `${route}: ${kilobytes(bytes)} kB of ${kilobytes(budget)} kB`),
  ).toEqual([]);
});
