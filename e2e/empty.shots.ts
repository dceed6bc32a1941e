import { firstVisits } from "./support/pages";
import { shootAll } from "./support/shoot";
import { test } from "./support/test";

test("the pages of an organisation with nothing in it yet", async ({ browser, app }) => {
  test.setTimeout(1_800_000);
  await shootAll(await firstVisits(), { browser, app, state: "empty" });
});
