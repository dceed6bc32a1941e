import { expect, it } from "vitest";
import { addStatus } from "@/lib/features/clients/statuses/configuration/commands";
import { addStatusInput } from "@/lib/features/clients/statuses/configuration/schema";
import { editWorkflow } from "@/lib/features/clients/workflows/commands";
import { editWorkflowInput } from "@/lib/features/clients/workflows/schema";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { plannedImport } from "@/prisma/factories/imports";
import { make } from "@/prisma/factories/make";

const FILE = `Client ID,Company,Business Phone,City,Client Status,Counselor
91001,Loom House,,Peoria,Credit Check,
91002,Spool House,309-555-0100,Peoria,Credit Check,
91003,Bobbin House,,Peoria,Active,
91004,Thread House,309-555-0101,Peoria,Credit Check,Paula Practitioner
91005,Needle House,,Peoria,Board Only,
`;

it("S4-29 S4-30 a file keeps to the rules of the statuses it names: a row that lacks something stays out and says what", async () => {
  const account = await make.account({ role: "ADMINISTRATOR" });
  const administrator = accountActor("administrator", { accountId: account.id, confirmed: true });
  const staff = accountActor("staff", { accountId: (await make.account()).id, confirmed: true });
  const status = async (name: string, rules: object) => {
    const statusId = await addStatus(administrator, addStatusInput.parse({ name, standing: "ACTIVE" }));
    await editWorkflow(administrator, editWorkflowInput.parse({ statusId, maySet: "STAFF", ...rules }));
  };
  const tasks = { "0": { subject: "Check the credit" } };
  await status("Credit Check", { requiredFields: ["phone"], needsReason: "on", blocksAssignments: "on", tasks });
  await status("Board Only", { maySet: "ADMINISTRATOR" });
  const { id: centerId } = await make.center();

  const rows = await plannedImport(staff, { text: FILE, centerId, columns: { "Client Status": "client.status" } });
  expect(rows.map(({ outcome }) => outcome)).toEqual(["refused", "create", "create", "refused", "refused"]);
  const reasons = rows.map((row) => row.reasons as { code: string; column: string; params: object }[]);
  expect(reasons[0]).toContainEqual(
    expect.objectContaining({
      code: "status_lacks",
      column: "Business Phone",
      params: { status: "Credit Check", field: "phone" },
    }),
  );
  expect(reasons[3]?.map(({ code }) => code)).toContain("status_blocks_assignments");
  expect(reasons[4]?.map(({ code }) => code)).toContain("status_of_administrators");
  const asAdministrator = await plannedImport(administrator, {
    text: FILE,
    centerId,
    columns: { "Client Status": "client.status" },
  });
  expect(asAdministrator[4]).toMatchObject({ outcome: "create" });
  expect(await db.task.count({ where: { subject: "Check the credit" } })).toBe(0);
});
