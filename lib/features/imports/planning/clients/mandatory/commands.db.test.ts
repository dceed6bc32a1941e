import { expect, it } from "vitest";
import { changeSetting } from "@/lib/features/settings/commands";
import { systemActor } from "@/lib/platform/access/actor";
import { plannedImport } from "@/prisma/factories/imports";
import { make } from "@/prisma/factories/make";

const actor = systemActor("test");
const FILE = `Client ID,Company,Business Phone,City
71001,Loom House,,Peoria
71002,Spool House,309-555-0100,Peoria
@71003,Thread Bank,,
`;

it("S0-20 S0-21 a client that a file brings without a mandatory field stays out, and the column is named; a pre-client comes", async () => {
  await changeSetting(actor, "clientFields", { mandatory: ["phone"] });
  const { id: centerId } = await make.center();
  const rows = await plannedImport(actor, { text: FILE, centerId });
  expect(rows.map(({ outcome }) => outcome)).toEqual(["refused", "create", "create"]);
  expect(rows[0]?.reasons).toContainEqual(
    expect.objectContaining({ code: "mandatory_missing", column: "Business Phone", params: { field: "phone" } }),
  );
});
