import { allVisits } from "./support/pages";
import { shootAll } from "./support/shoot";
import { test } from "./support/test";

test.use({ database: "demo" });

test("every page of every role with the demonstration in it", async ({ browser, app }) => {
  test.setTimeout(3_600_000);
  await shootAll(await allVisits(), { browser, app, state: "full" });
});
