import { beforeAll, describe, expect, it } from "vitest";
import { listStream } from "@/lib/features/stream/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db, inTransaction } from "@/lib/platform/db/db";
import { findSubject } from "@/lib/subjects";
import { newId } from "@/lib/values/id";
import { accountActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { linkMessages, postMessage } from "./commands";
import { findMessageChoices, listMessages } from "./queries";
import { postMessageInput } from "./schema";

let staff: AccountActor;
beforeAll(async () => {
  const { id: accountId } = await make.account({ firstName: "Ada", lastName: "Staff" });
  staff = accountActor("staff", { name: "Ada Staff", accountId });
});

const asForm = (clientId: string, fields: Record<string, unknown> = {}) => ({
  subjectKind: "client",
  subjectId: clientId,
  text: "Wants the lease looked at",
  idempotencyKey: newId(),
  ...fields,
});
const post = (clientId: string, fields: Record<string, unknown> = {}, actor = staff) =>
  postMessage(actor, postMessageInput.parse(asForm(clientId, fields)), findSubject);
const ofClient = (id: string) => ({ kind: "client", id }) as const;

describe("posting a message", () => {
  it("S4-32 S4-36 puts text and action code on the record, the task on the assignee's list, and a line in the stream", async () => {
    const client = await make.client();
    const colleague = await make.account();
    const [code] = (await findMessageChoices(staff)).actionCodes;
    const task = { withTask: "on", taskSubject: "Read the lease", taskPriority: "HIGH", taskDueOn: "2026-12-01" };
    await post(client.id, { actionCodeId: code?.id, ...task, taskAssigneeId: colleague.id });
    expect((await listMessages(staff, ofClient(client.id))).rows).toMatchObject([
      {
        text: "Wants the lease looked at",
        actionCode: code?.name,
        authorName: "Ada Staff",
        visibility: "STAFF",
        task: { subject: "Read the lease", done: false },
      },
    ]);
    expect(await db.task.findMany({ where: { assigneeId: colleague.id } })).toMatchObject([
      {
        subject: "Read the lease",
        priority: "HIGH",
        subjectKind: "client",
        subjectId: client.id,
        centerId: client.centerId,
      },
    ]);
    const { rows: lines } = await listStream(staff, { clientId: client.id });
    expect(lines).toMatchObject([{ kind: "message.posted", actorName: "Ada Staff" }]);
  });

  it("S4-34 the task may have no due date and nobody who must do it", async () => {
    const client = await make.client();
    await post(client.id, { withTask: "on", taskSubject: "Some day", taskDueOn: "", taskAssigneeId: "" });
    expect(await db.task.findMany({ where: { subjectId: client.id } })).toMatchObject([
      { dueOn: null, assigneeId: null },
    ]);
  });

  it("S4-33 without the box no task is made, whatever stands in its fields; with it, it needs a subject", async () => {
    const client = await make.client();
    await post(client.id, { taskSubject: "Left over" });
    expect(await db.task.count({ where: { subjectId: client.id } })).toBe(0);
    const complaint = postMessageInput.safeParse(asForm(client.id, { withTask: "on" })).error?.issues[0];
    expect(complaint).toMatchObject({ path: ["taskSubject"], message: "required" });
  });

  it("an assignee who left refuses all of it: neither message nor task nor history", async () => {
    const client = await make.client();
    const gone = await make.account({ status: "INACTIVE" });
    const task = { withTask: "on", taskSubject: "Call", taskAssigneeId: gone.id };
    await expect(post(client.id, task)).rejects.toMatchObject({ code: "unknown_assignee", field: "taskAssigneeId" });
    expect((await listMessages(staff, ofClient(client.id))).rows).toEqual([]);
    expect(await db.historyEntry.count({ where: { subjectId: client.id } })).toBe(0);
    expect(await db.message.count({ where: { text: "Wants the lease looked at", links: { none: {} } } })).toBe(0);
  });

  it("twenty sendings of one form at once are one message, one task and one line", async () => {
    const client = await make.client();
    const once = { idempotencyKey: newId(), withTask: "on", taskSubject: "Only once" };
    const ids = await Promise.all(Array.from({ length: 20 }, () => post(client.id, once)));
    expect(new Set(ids).size).toBe(1);
    expect(await db.task.count({ where: { subjectId: client.id } })).toBe(1);
    expect(await db.streamEntry.count({ where: { clientId: client.id } })).toBe(1);
  });

  it("an archived action code and a removed client are refused", async () => {
    const client = await make.client();
    const archived = await db.actionCode.create({ data: { name: "Fax", archivedAt: new Date("2026-01-01") } });
    await expect(post(client.id, { actionCodeId: archived.id })).rejects.toMatchObject({ field: "actionCodeId" });
    await db.client.update({ where: { id: client.id }, data: { deletedAt: new Date("2026-01-01") } });
    await expect(post(client.id)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("messages of a prospect", () => {
  it("S4-02 are logged on it, stand in its stream, and on no client; its owner who is a practitioner does not read them", async () => {
    const owner = await make.account({ role: "PRACTITIONER" });
    const prospect = await make.prospect({ ownerId: owner.id });
    const subject = { kind: "prospect", id: prospect.id } as const;
    const fields = { subjectKind: "prospect", subjectId: prospect.id, text: "Called, wants to meet on Friday" };
    await post(prospect.id, { ...fields, visibility: "PRACTITIONERS" });
    expect((await listMessages(staff, subject)).rows).toMatchObject([{ text: fields.text, authorName: "Ada Staff" }]);
    expect((await listStream(staff, { about: subject })).rows.map(({ kind }) => kind)).toContain("message.posted");
    const paula = accountActor("practitioner", { accountId: owner.id });
    expect((await listMessages(paula, subject)).rows).toEqual([]);
    expect(await db.messageLink.count({ where: { subjectKind: "client", message: { text: fields.text } } })).toBe(0);
  });
});

describe("who reads it", () => {
  it("AZ-06 a practitioner reads what is shared on the clients they serve, also in the data stream; nobody else reads any", async () => {
    const practitioner = await make.practitioner();
    const mine = await make.client({ practitionerId: practitioner.id });
    await db.clientPractitioner.create({ data: { clientId: mine.id, practitionerId: practitioner.id } });
    const foreign = await make.client();
    for (const { id } of [mine, foreign]) {
      await post(id, { text: "canary for staff" });
      await post(id, { text: "shared with practitioners", visibility: "PRACTITIONERS" });
    }
    const paula = accountActor("practitioner", { practitionerId: practitioner.id });
    const texts = async (id: string) => (await listMessages(paula, ofClient(id))).rows.map(({ text }) => text);
    expect(await texts(mine.id)).toEqual(["shared with practitioners"]);
    expect(await texts(foreign.id)).toEqual([]);
    const stream = JSON.stringify(await listStream(paula, { clientId: mine.id }));
    expect(stream).toContain("shared with practitioners");
    expect(stream).not.toContain("canary");
    const owner = contactActor(newId(), [{ clientId: mine.id, isOwner: true }]);
    expect((await listMessages(owner, ofClient(mine.id))).rows).toEqual([]);
    await expect(post(foreign.id, {}, paula)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the messages of a record", () => {
  it("come page by page, the newest first, each once", async () => {
    const client = await make.client();
    for (let number = 1; number <= 5; number += 1) await post(client.id, { text: `Message ${number}` });
    const read: string[] = [];
    let before: string | undefined;
    do {
      const page = await listMessages(staff, ofClient(client.id), { before, size: 2 });
      read.push(...page.rows.map(({ text }) => text));
      before = page.next ?? undefined;
    } while (before);
    expect(read).toEqual([5, 4, 3, 2, 1].map((number) => `Message ${number}`));
  });

  it("S4-10 can stand on a second record too: the same messages, no copies, however often it is asked", async () => {
    const from = await make.client();
    const to = await make.client();
    const id = await post(from.id);
    const link = () => inTransaction((tx) => linkMessages(tx, { from: ofClient(from.id), to: ofClient(to.id) }));
    expect([await link(), await link()]).toEqual([1, 0]);
    for (const client of [from, to]) {
      expect((await listMessages(staff, ofClient(client.id))).rows.map((row) => row.id)).toEqual([id]);
    }
  });
});
