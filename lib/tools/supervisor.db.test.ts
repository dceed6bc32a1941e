import pg from "pg";
import { expect, it } from "vitest";

it("gives each test file a database of its own, as the role that owns nothing", async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const { rows } = await client.query("select current_user as role, current_database() as name");
  await client.end();
  expect(rows[0].role).toBe("caseload_app");
  expect(rows[0].name).toMatch(/^test_/);
});
