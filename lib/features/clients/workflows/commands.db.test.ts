import { beforeAll, expect, it } from "vitest";
import { changeClientStatus, createClient, editClient } from "@/lib/features/clients/commands";
import { createClientInput, editClientInput } from "@/lib/features/clients/schema";
import { addStatus, archiveStatus, STATUSES } from "@/lib/features/clients/statuses/configuration/commands";
import { addStatusInput } from "@/lib/features/clients/statuses/configuration/schema";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { moveEntry } from "@/lib/platform/named-list/commands";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { countingQueries } from "@/prisma/factories/query-count";
import { statusGiven } from "@/prisma/factories/updates";
import { editWorkflow } from "./commands";
import { sendStatusMails } from "./jobs";
import { findStatusToConfigure, previewStatusChange } from "./queries";
import { editWorkflowInput } from "./schema";

let staff: AccountActor;
let administrator: AccountActor;
beforeAll(async () => {
  staff = accountActor("staff", { accountId: (await make.account({ firstName: "Ada", lastName: "Staff" })).id });
  const { id: accountId } = await make.account({ role: "ADMINISTRATOR" });
  administrator = accountActor("administrator", { accountId, confirmed: true });
});

let made = 0;
/** A status with these rules, as an administrator would set them up. */
async function statusWith(rules: Record<string, unknown> = {}, standing = "ACTIVE") {
  const name = `Status ${++made}`;
  const statusId = await addStatus(administrator, addStatusInput.parse({ name, standing }));
  await editWorkflow(administrator, editWorkflowInput.parse({ statusId, maySet: "STAFF", ...rules }));
  return statusId;
}

const give = (client: { id: string }, statusId: string, rest: Record<string, unknown> = {}) =>
  changeClientStatus(staff, { clientId: client.id, version: 1, statusId, ...rest });
const statusOf = async (id: string) => (await db.client.findUniqueOrThrow({ where: { id } })).statusId;
const tasksOf = (subjectId: string) => db.task.findMany({ where: { subjectId }, orderBy: { subject: "asc" } });

const FOLLOW_UPS = {
  tasks: {
    "0": { subject: "Call the client", priority: "HIGH", dueInDays: "3", assignee: "PRACTITIONER" },
    "1": { subject: "Check the credit", assignee: "CHANGER", dueInDays: "" },
    "2": { subject: " " },
  },
  messages: { "0": { text: "On hold until the check is done." } },
};

it("S3-07 a status has one of exactly three standings", async () => {
  expect(addStatusInput.safeParse({ name: "On leave", standing: "PAUSED" }).success).toBe(false);
  await expect(db.$executeRaw`select 'PAUSED'::"ClientStanding"::text`).rejects.toThrow();
  for (const standing of ["ACTIVE", "INACTIVE", "PROSPECT"]) {
    const statusId = await statusWith({ blocksSessions: "on" }, standing);
    const status = await findStatusToConfigure(administrator, statusId);
    expect([status?.standing, status?.blocksSessions]).toEqual([standing, standing === "ACTIVE"]);
  }
  const looser = { name: "Looser", standing: "PROSPECT" as const, blocksSessions: true };
  await expect(db.clientStatus.create({ data: looser })).rejects.toThrow("client_statuses_stricter");
});

it("S4-29 a status creates its tasks and messages with the change, and the dry run says so before", async () => {
  const account = await make.account({ role: "PRACTITIONER" });
  const practitioner = await make.practitioner({ accountId: account.id });
  const client = await make.client({ practitionerId: practitioner.id });
  const statusId = await statusWith(FOLLOW_UPS);
  const status = await findStatusToConfigure(administrator, statusId);
  if (!status) throw new Error("the status is not there");
  const preview = await previewStatusChange(staff, { status, clientId: client.id });
  expect(await tasksOf(client.id)).toEqual([]);

  await give(client, statusId);
  const tasks = await tasksOf(client.id);
  expect(tasks).toMatchObject([
    { subject: "Call the client", priority: "HIGH", assigneeId: account.id },
    { subject: "Check the credit", priority: "NORMAL", assigneeId: staff.accountId, dueOn: null },
  ]);
  expect(preview?.plan.tasks.map(({ subject, dueOn }) => [subject, dueOn])).toEqual(
    tasks.map(({ subject, dueOn }) => [subject, dueOn?.toISOString().slice(0, 10) ?? null]),
  );
  const messages = await db.messageLink.findMany({ where: { subjectId: client.id }, include: { message: true } });
  expect(messages.map(({ message }) => message.text)).toEqual(["On hold until the check is done."]);
  const kinds = (await db.streamEntry.findMany({ where: { clientId: client.id } })).map(({ kind }) => kind);
  expect(kinds.sort()).toEqual(["client.status-changed", "message.posted"]);
});

it("S4-29 S4-36 a task of a status goes to the center's member of staff, and whoever is given one finds it in the inbox", async () => {
  const account = await make.account({ role: "PRACTITIONER" });
  const practitioner = await make.practitioner({ accountId: account.id });
  const center = await make.center();
  const place = { centerId: center.id };
  const second = await make.account({ ...place, lastName: "Zimmer" });
  const first = await make.account({ ...place, lastName: "Aalto" });
  const statusId = await statusWith({
    tasks: {
      "0": { subject: "Look at the papers", assignee: "CENTER" },
      "1": { subject: "Say hello", assignee: "PRACTITIONER" },
      "2": { subject: "Write it down", assignee: "CHANGER" },
    },
  });
  const client = await make.client({ ...place, practitionerId: practitioner.id });
  await give(client, statusId);
  expect((await tasksOf(client.id)).map(({ assigneeId }) => assigneeId)).toEqual([
    first.id,
    account.id,
    staff.accountId,
  ]);
  const told = await db.inboxItem.findMany({ where: { subjectId: client.id }, orderBy: { text: "asc" } });
  expect(told.map(({ accountId, text, kind }) => [accountId, text, kind])).toEqual([
    [first.id, "Look at the papers", "task"],
    [account.id, "Say hello", "task"],
  ]);
  expect(await db.inboxItem.count({ where: { accountId: second.id } })).toBe(0);
  const elsewhere = await make.client();
  await give(elsewhere, statusId);
  expect((await tasksOf(elsewhere.id))[0]).toMatchObject({ assigneeId: null });
});

it("S4-29 a status may ask for a reason, for fields and for an administrator; refused, nothing at all happens", async () => {
  const client = await make.client({ phone: null });
  const strict = await statusWith({ ...FOLLOW_UPS, requiredFields: ["phone", "address"], needsReason: "on" });
  await expect(give(client, strict, { reason: "Late" })).rejects.toMatchObject({
    code: "missing_fields",
    field: "statusId",
    values: { fields: "phone and address" },
  });
  await db.client.update({
    where: { id: client.id },
    data: { phone: "+13125550111", addressLine1: "1 Main St", city: "Chicago" },
  });
  await expect(give(client, strict)).rejects.toMatchObject({ code: "reason_missing", field: "reason" });
  expect([await statusOf(client.id), await tasksOf(client.id)]).toEqual([client.statusId, []]);
  await give(client, strict, { reason: "Bounced check" });
  expect(await statusOf(client.id)).toBe(strict);
  const where = { subjectId: client.id, kind: "client.status-changed" };
  expect(await db.historyEntry.findFirst({ where })).toMatchObject({ data: { reason: "Bounced check" } });

  const reserved = await statusWith({ maySet: "ADMINISTRATOR" });
  const other = await make.client();
  await expect(give(other, reserved)).rejects.toMatchObject({ code: "administrators_only" });
  const many = { statusId: reserved, ids: [other.id] };
  await expect(statusGiven(staff, many)).rejects.toMatchObject({ code: "unknown_value" });
  expect(await statusGiven(administrator, many)).toMatchObject({ changed: 1 });
});

it("S4-29 many clients at once get the same tasks and messages in a few statements, but for those the status cannot be given to", async () => {
  const clients = await Promise.all(Array.from({ length: 20 }, () => make.client()));
  const statusId = await statusWith(FOLLOW_UPS);
  const ids = clients.map(({ id }) => id);
  const statements = await countingQueries(() => statusGiven(staff, { statusId, ids }));
  expect(statements).toBeLessThan(60);
  expect(await db.task.count({ where: { subjectId: { in: ids } } })).toBe(40);
  expect(await db.messageLink.count({ where: { subjectId: { in: ids } } })).toBe(20);
  const strict = await statusWith({ requiredFields: ["phone"] });
  await db.client.updateMany({ where: { id: { in: ids.slice(1) } }, data: { phone: "+13125550111" } });
  await db.client.updateMany({ where: { id: ids[0] ?? "" }, data: { phone: null } });
  expect(await statusGiven(staff, { statusId: strict, ids })).toMatchObject({ changed: 19, refused: 1 });
  expect(await statusOf(ids[0] ?? "")).toBe(statusId);
});

it("S4-27 a message and a task written into the form are made with the change, all or nothing", async () => {
  const client = await make.client();
  const statusId = await statusWith();
  const wanted = { withMessage: true, messageText: "Told them.", withTask: true, taskSubject: "Send papers" };
  await expect(give(client, statusId, { ...wanted, taskAssigneeId: client.id })).rejects.toMatchObject({
    field: "taskAssigneeId",
  });
  expect(await statusOf(client.id)).toBe(client.statusId);
  await give(client, statusId, wanted);
  expect(await tasksOf(client.id)).toMatchObject([{ subject: "Send papers" }]);
  expect(await db.messageLink.count({ where: { subjectId: client.id } })).toBe(1);
});

it("S4-30 a status on hold allows no new assignments; those assigned stay, and nobody can create around it", async () => {
  const [present, wanted] = [await make.practitioner(), await make.practitioner()];
  const statusId = await statusWith({ blocksAssignments: "on" });
  const client = await make.client({ statusId, practitionerId: present.id });
  await db.clientPractitioner.create({ data: { clientId: client.id, practitionerId: present.id } });
  const fields = { name: client.name, statusId, centerId: client.centerId, language: "en", isPerson: "false" };
  const edit = (practitionerId: string) =>
    editClient(
      staff,
      editClientInput.parse({ ...fields, clientId: client.id, version: 1, practitionerId, purpose: "" }),
    );
  await expect(edit(wanted.id)).rejects.toMatchObject({ code: "status_blocks_assignments", field: "practitionerId" });
  await edit(present.id);
  const create = createClientInput.parse({ ...fields, kind: "CLIENT", purpose: "", practitionerId: wanted.id });
  await expect(createClient(staff, create)).rejects.toMatchObject({ code: "status_blocks_assignments" });
});

it("S4-29 a status mails its letter to the primary contact once, and asks for help where the letter has holes", async () => {
  const { client, contact } = await make.clientWithOwner();
  const quiet = await make.clientWithOwner();
  await db.contact.update({ where: { id: quiet.contact.id }, data: { doNotMail: true } });
  const line = (...content: object[]) => ({ type: "doc", content: [{ type: "paragraph", content }] });
  const letter = (name: string, body: object) =>
    db.emailTemplate.create({ data: { recordType: "client", language: "en", name, subject: "News", body } });
  const whole = await letter("Welcome", line({ type: "text", text: "Welcome to us." }));
  const statusId = await statusWith({ templateId: whole.id });
  await statusGiven(staff, { statusId, ids: [client.id, quiet.client.id] });
  const job = { templateId: whole.id, clientIds: [client.id, quiet.client.id], cause: "one-change" };
  await sendStatusMails(job);
  await sendStatusMails(job);
  const mails = await db.outboxMail.findMany({ where: { source: { startsWith: "status:one-change" } } });
  expect(mails.map(({ toEmail }) => toEmail)).toEqual([contact.email]);

  const holed = await letter("Holed", line({ type: "variable", attrs: { id: "PRACTITIONER_NAME" } }));
  await sendStatusMails({ templateId: holed.id, clientIds: [client.id], cause: "two" });
  expect(await tasksOf(client.id)).toMatchObject([{ subject: expect.stringContaining("Holed") }]);
});

it("S3-07 each standing keeps a status that can be given, and two administrators at once keep the order whole", async () => {
  const prospects = await db.clientStatus.findMany({ where: { standing: "PROSPECT", archivedAt: null } });
  for (const { id } of prospects.slice(1)) await archiveStatus(administrator, { entryId: id, archived: true });
  const last = prospects[0]?.id ?? "";
  await expect(archiveStatus(administrator, { entryId: last, archived: true })).rejects.toMatchObject({
    code: "last_of_standing",
  });
  const [one, two] = [await statusWith(), await statusWith()];
  await Promise.all(
    [one, two].map((statusId) => moveEntry(administrator, STATUSES, { entryId: statusId, direction: "up" })),
  );
  const left = await db.clientStatus.findMany({ where: { archivedAt: null }, select: { position: true } });
  expect(new Set(left.map(({ position }) => position)).size).toBe(left.length);
});
