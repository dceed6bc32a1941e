import { expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { addHoliday, copyHolidays, editHoliday, removeHoliday } from "./commands";
import { listHolidays } from "./queries";
import { addHolidayInput } from "./schema";

const administrator = accountActor("administrator", { confirmed: true });
const days = (centerId: string | null, more: object = {}) =>
  addHolidayInput.parse({ name: "Labor Day", firstDay: "2031-09-01", lastDay: "", centerId: centerId ?? "", ...more });
const listed = async (centerId: string, year: number) =>
  (await listHolidays(administrator, { centerId, from: `${year}-01-01`, to: `${year}-12-31` })).map(
    ({ name, firstDay, lastDay }) => [name, firstDay, lastDay],
  );

it("closes one center, or all of them, for a day or a span, and copies a year into the next", async () => {
  const [own, other] = [await make.center(), await make.center()];
  await addHoliday(administrator, days(own.id, { name: "Inventory", firstDay: "2031-02-03", lastDay: "2031-02-05" }));
  await addHoliday(administrator, days(null));
  expect(await listed(own.id, 2031)).toEqual([
    ["Inventory", "2031-02-03", "2031-02-05"],
    ["Labor Day", "2031-09-01", "2031-09-01"],
  ]);
  expect(await listed(other.id, 2031)).toHaveLength(1);

  expect(await copyHolidays(administrator, { centerId: own.id, year: 2032 })).toBe(2);
  expect(await listed(own.id, 2032)).toEqual([
    ["Inventory", "2032-02-03", "2032-02-05"],
    ["Labor Day", "2032-09-01", "2032-09-01"],
  ]);
  await expect(copyHolidays(administrator, { centerId: own.id, year: 2032 })).rejects.toMatchObject({
    code: "nothing_to_copy",
  });
  expect(await db.historyEntry.count({ where: { kind: "center.edited", subjectId: own.id } })).toBe(2);
});

it("takes the same holiday once, however many press at once, and can be changed and removed", async () => {
  const { id: centerId } = await make.center();
  const input = days(centerId, { firstDay: "2033-07-04", name: "Independence Day" });
  const all = await Promise.allSettled([1, 2, 3, 4].map(() => addHoliday(administrator, input)));
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const [found] = await listHolidays(administrator, { centerId, from: "2033-01-01", to: "2033-12-31" });
  const holidayId = found?.id ?? "";
  await editHoliday(administrator, { ...input, holidayId, lastDay: "2033-07-05" });
  expect(await listed(centerId, 2033)).toEqual([["Independence Day", "2033-07-04", "2033-07-05"]]);
  await removeHoliday(administrator, { holidayId });
  expect(await listed(centerId, 2033)).toEqual([]);
  await expect(removeHoliday(administrator, { holidayId })).rejects.toMatchObject({ code: "not_found" });
});

it("wants the last day after the first", () => {
  const wrong = { name: "X", firstDay: "2031-09-02", lastDay: "2031-09-01", centerId: "" };
  expect(addHolidayInput.safeParse(wrong).error?.issues[0]?.path).toEqual(["lastDay"]);
});
