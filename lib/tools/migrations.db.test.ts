import pg from "pg";
import { expect, it } from "vitest";
import { differenceToModels } from "./schema-engine.mjs";

const refusal = async (sql: string) => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const problem = await client.query(sql).then(
    () => "allowed",
    (error: Error) => error.message,
  );
  await client.end();
  return problem;
};

it("schema and database agree after all migrations", async () => {
  expect(await differenceToModels(process.env.DATABASE_OWNER_URL ?? "")).toBe("");
});

it.each(["update history set id = id", "delete from history", "truncate history"])(
  "nobody who runs the app can rewrite what happened: %s",
  async (sql) => expect(await refusal(sql)).toContain("permission denied"),
);

it("the app cannot change tables, nor what was migrated", async () => {
  expect(await refusal("create table mine (id int)")).toContain("permission denied");
  expect(await refusal("drop table history")).toContain("must be owner");
  expect(await refusal("delete from _prisma_migrations")).toContain("permission denied");
});
