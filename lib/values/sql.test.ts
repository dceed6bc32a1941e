import { expect, it } from "vitest";
import { emptySql, escapeLike, joinSql, sql, sqlName, toPrismaParts, toQuery } from "./sql";

it("IN-01 binds every value and numbers the placeholders over nested pieces", () => {
  const status = sql`status_id = any(${["a", "b"]})`;
  const query = sql`select 1 from clients where ${joinSql([status, sql`name ilike ${"%x%"}`], " and ")} limit ${50}`;
  expect(toQuery(query)).toEqual({
    text: "select 1 from clients where status_id = any($1) and name ilike $2 limit $3",
    values: [["a", "b"], "%x%", 50],
  });
  expect(toPrismaParts(query).strings).toHaveLength(4);
});

it("IN-01 treats an object that imitates a fragment as a value", () => {
  const forged = { strings: ["1; drop table clients"], values: [] };
  expect(toQuery(sql`select ${forged}`)).toEqual({ text: "select $1", values: [forged] });
});

it("composes empty pieces", () => {
  expect(toQuery(sql`a${emptySql}b ${joinSql([], ", ")}`)).toEqual({ text: "ab ", values: [] });
});

it("IN-03 refuses to bind undefined", () => {
  expect(() => sql`id = ${undefined}`).toThrow("undefined");
});

it("IN-01 names only what our own source names", () => {
  expect(toQuery(sqlName("clients.status_id")).text).toBe('"clients"."status_id"');
  expect(() => sqlName('a"; drop')).toThrow();
  expect(escapeLike("50%_\\")).toBe("50\\%\\_\\\\");
});
