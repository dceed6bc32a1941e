import { expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { changeSetting } from "./commands";
import { findSettingIn, listSettingChanges } from "./queries";
import { portalInput, terminologyInput } from "./schema";

const administrator = accountActor("administrator", { name: "Ana Reyes", confirmed: true });

it("S2-13 keeps the setting on or off, and who changed it", async () => {
  expect((await findSettingIn(db, "portal")).ownersMayEdit).toBe(true);
  await changeSetting(administrator, "portal", portalInput.parse({}));
  expect((await findSettingIn(db, "portal")).ownersMayEdit).toBe(false);
  expect(await listSettingChanges(administrator, "portal")).toMatchObject([
    { actorName: "Ana Reyes", key: "portal", changes: [{ field: "ownersMayEdit", from: "true", to: "false" }] },
  ]);
  await changeSetting(administrator, "portal", portalInput.parse({ ownersMayEdit: "on" }));
  expect((await findSettingIn(db, "portal")).ownersMayEdit).toBe(true);
});

it("writes no history for a form that was sent unchanged", async () => {
  const before = await listSettingChanges(administrator, "portal");
  await changeSetting(administrator, "portal", { ownersMayEdit: true });
  expect(await listSettingChanges(administrator, "portal")).toHaveLength(before.length);
});

it("renames one word and keeps the others", async () => {
  const words = await findSettingIn(db, "terminology");
  const tutor = { singular: "Tutor", plural: "Tutors" };
  await changeSetting(administrator, "terminology", terminologyInput.parse({ ...words, practitioner: tutor }));
  expect(await findSettingIn(db, "terminology")).toEqual({ ...words, practitioner: tutor });
  const [change] = await listSettingChanges(administrator, "terminology");
  expect(change?.changes).toEqual([{ field: "practitioner", from: "Counselor / Counselors", to: "Tutor / Tutors" }]);
});

it("shows the changes to nobody outside administrator mode", async () => {
  expect(await listSettingChanges(accountActor("administrator"), "portal")).toEqual([]);
  expect(await listSettingChanges(accountActor("staff"), "portal")).toEqual([]);
});
