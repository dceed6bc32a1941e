import { roughVisits } from "./support/rough";
import { shootAll } from "./support/shoot";
import { test } from "./support/test";

test.use({ database: "demo" });

test("pages with long names, many rows, refused forms and what stands open", async ({ browser, app }) => {
  test.setTimeout(1_800_000);
  await shootAll(await roughVisits(), { browser, app, state: "rough" });
});
