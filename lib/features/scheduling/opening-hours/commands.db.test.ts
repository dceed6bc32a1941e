import { expect, it } from "vitest";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { saveOpeningHours } from "./commands";
import { findOpeningHours } from "./queries";

const administrator = accountActor("administrator", { confirmed: true });
const monday = { 1: { 0: { start: "13:00", end: "24:00" }, 1: { start: "08:00", end: "12:00" } } };

it("keeps several opening hours a day, and lets one of two who save at once through", async () => {
  const { id: centerId } = await make.center();
  const saving = () => saveOpeningHours(administrator, { centerId, version: 0, hours: monday });
  const both = await Promise.allSettled([saving(), saving()]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const found = await findOpeningHours(administrator, centerId);
  expect(found?.version).toBe(1);
  expect(found?.days[0]?.intervals).toEqual([
    { start: "08:00", end: "12:00" },
    { start: "13:00", end: "24:00" },
  ]);
  expect(found?.days[6]?.intervals).toEqual([]);
});

it("names the field of hours that overlap", async () => {
  const { id: centerId } = await make.center();
  const hours = { 2: { 0: { start: "08:00", end: "12:00" }, 1: { start: "11:00", end: "13:00" } } };
  await expect(saveOpeningHours(administrator, { centerId, version: 0, hours })).rejects.toMatchObject({
    code: "overlap",
    field: "hours.2.1.end",
  });
});
