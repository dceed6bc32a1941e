import { expect, it } from "vitest";
import { planImport } from "@/lib/features/imports/drafts/commands";
import { findImportDraft } from "@/lib/features/imports/drafts/queries";
import { importOperation } from "@/lib/features/imports/jobs";
import { uploadImport } from "@/lib/features/imports/uploads/commands";
import { findImportFile } from "@/lib/features/imports/uploads/queries";
import { systemActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { workOnOperation } from "@/lib/platform/operation/run";

const actor = systemActor("test");

async function plan(lines: readonly string[]): Promise<string> {
  const center = await db.center.create({ data: { name: `Center of ${lines.length}`, timeZone: "America/Chicago" } });
  const header = "Client ID,Company,First Name,Last Name,Email,Employees";
  const bytes = Buffer.from([header, ...lines].join("\n"));
  const operationId = await uploadImport(actor, { name: "clients.csv", bytes });
  const draft = await findImportDraft(actor, operationId);
  const mapping = Object.fromEntries((draft?.columns ?? []).map(({ index, field }) => [index, field]));
  const choices = { mapping, dateOrders: {}, centerId: center.id, statusId: "" };
  await planImport(actor, { operationId, kind: "clients", ...choices });
  await workOnOperation(operationId, { import: importOperation });
  return operationId;
}

const rowAt = (operationId: string, position: number) =>
  db.operationRow.findFirstOrThrow({ where: { operationId, position } });

it("S2-62 rows of one client are put together however far apart they stand in a long file", async () => {
  const between = Array.from(
    { length: 4000 },
    (_, at) => `${2000 + at},Company ${at},Ann,Other${at},ann${at}@mail.example,`,
  );
  const first = "1001,Liberty Tax,Amara,Ali,shared@mail.example,";
  const operationId = await plan([
    first,
    ...between,
    "1001,,Leo,Ruiz,,12",
    "9000,Last One,Zoe,Ng,SHARED@mail.example,",
    first,
  ]);
  const { source, reasons } = await rowAt(operationId, 2);
  const { client } = source as { client: { rows: number[]; contacts: unknown[]; employeeCount: number } };
  expect(client).toMatchObject({ rows: [2, 4003, 4005], employeeCount: 12 });
  expect(client.contacts).toHaveLength(2);
  const codes = (reasons as { row: number; code: string }[]).map(({ row, code }) => `${row} ${code}`);
  expect(codes).toEqual(["2 shared_email", "4005 repeated_contact", "4005 repeated_row"]);
  expect((await rowAt(operationId, 4004)).reasons).toMatchObject([
    { code: "shared_email", params: { email: "shared@mail.example", count: 2 } },
  ]);
  expect(await db.operationRow.count({ where: { operationId, outcome: "create" } })).toBe(4002);
  expect((await findImportFile(operationId))?.summary).toMatchObject({ rows: 4004, contacts: 4003, sharedEmails: 1 });
});

it("IM-01 rows that stay out are refused in their places, and the others come in", async () => {
  const operationId = await plan(["1001,One,A,B,,", ",,,,,5", "1002,Two,C,D,,many"]);
  const found = await db.operationRow.findMany({ where: { operationId }, orderBy: { position: "asc" } });
  expect(found.map(({ position, outcome }) => [position, outcome])).toEqual([
    [2, "create"],
    [3, "refused"],
    [4, "refused"],
  ]);
  expect((await findImportFile(operationId))?.summary).toMatchObject({ rows: 3, contacts: 1 });
});
