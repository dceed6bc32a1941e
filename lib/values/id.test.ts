import { expect, it } from "vitest";
import { isId, newId } from "./id";

it("makes keys of version 7 that sort in the order they were made", () => {
  const ids = Array.from({ length: 10_000 }, newId);
  expect(ids.every((id) => isId(id) && id[14] === "7")).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
});

it("takes nothing else for a key", () => {
  expect(["", "1", "@1118", `${newId()} `, `{${newId()}}`, {}, null].some(isId)).toBe(false);
});
