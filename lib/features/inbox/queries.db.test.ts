import { beforeEach, expect, it } from "vitest";
import { pickColour } from "@/lib/features/clients/colours/commands";
import { findColours } from "@/lib/features/clients/colours/queries";
import { editNote } from "@/lib/features/clients/notes/commands";
import { findNote } from "@/lib/features/clients/notes/queries";
import { findClient } from "@/lib/features/clients/record/queries";
import { addDocument } from "@/lib/features/documents/uploads/commands";
import { postMessage } from "@/lib/features/messages/commands";
import { dismissAll, dismissItem } from "@/lib/features/notices/commands";
import { follow, unfollow } from "@/lib/features/notices/follows/commands";
import { pinNote, unpinNote } from "@/lib/features/pins/commands";
import { findMarks } from "@/lib/features/pins/queries";
import { createTask } from "@/lib/features/tasks/commands";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db, inTransaction } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { findSubject } from "@/lib/subjects";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { countInbox, findInbox } from "./queries";

let ada: AccountActor;
let bob: AccountActor;
let clientId: string;
let about: { subjectKind: "client"; subjectId: string };

async function member(firstName: string, role: "STAFF" | "PRACTITIONER" = "STAFF") {
  const { id, lastName } = await make.account({ firstName, lastName: `Of${newId().slice(-6)}`, role });
  const practitionerId = role === "PRACTITIONER" ? (await make.practitioner({ accountId: id })).id : null;
  const kind = role === "PRACTITIONER" ? "practitioner" : "staff";
  return accountActor(kind, { accountId: id, practitionerId, name: `${firstName} ${lastName}` });
}

beforeEach(async () => {
  await execute(sql`delete from follows`);
  [ada, bob] = [await member("Ada"), await member("Bob")];
  clientId = (await make.client()).id;
  about = { subjectKind: "client", subjectId: clientId };
});

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "accepted",
    (error: { code?: string }) => error.code,
  );
const kindsOf = async (actor: AccountActor) => (await findInbox(actor)).rows.map(({ kind, text }) => [kind, text]);
const say = (actor: AccountActor, text: string, visibility: "STAFF" | "PRACTITIONERS" = "STAFF") =>
  postMessage(
    actor,
    {
      ...about,
      text,
      visibility,
      actionCodeId: null,
      idempotencyKey: newId(),
      withTask: undefined,
      taskSubject: null,
      taskPriority: "NORMAL",
      taskDueOn: null,
      taskAssigneeId: null,
    },
    findSubject,
  );

it("a pinned note stands on top of the record for staff, and nobody else ever gets it", async () => {
  await pinNote(ada, { ...about, text: "Owes two invoices" }, findSubject);
  const record = { kind: "client", id: clientId };
  expect((await findMarks(bob, record)).pins).toMatchObject([{ text: "Owes two invoices", authorName: ada.name }]);
  const practitioner = await member("Pia", "PRACTITIONER");
  expect((await findMarks(practitioner, record)).pins).toEqual([]);
  expect(await refusal(pinNote(practitioner, { ...about, text: "Mine" }, findSubject))).toBe("not_found");
  const told = await db.streamEntry.findMany({ where: { clientId, kind: "pin.added" } });
  expect(JSON.stringify(told)).not.toContain("invoices");
  const [pin] = (await findMarks(ada, record)).pins;
  await unpinNote(bob, { pinId: pin?.id ?? "" }, findSubject);
  expect((await findMarks(ada, record)).pins).toEqual([]);
});

it("of many pinned at once a record keeps five", async () => {
  const texts = Array.from({ length: 8 }, (_, place) => `Note ${place}`);
  const answers = await Promise.all(texts.map((text) => refusal(pinNote(ada, { ...about, text }, findSubject))));
  expect(answers.filter((answer) => answer === "accepted")).toHaveLength(5);
  expect(answers.filter((answer) => answer === "too_many_pins")).toHaveLength(3);
});

it("whoever is mentioned in a message or a pinned note hears of it once, and never who wrote it", async () => {
  await say(ada, `@${bob.name} and @${ada.name}, please call. @${bob.name}!`);
  await pinNote(ada, { ...about, text: `Ask @${bob.name} first` }, findSubject);
  expect((await kindsOf(bob)).map(([kind]) => kind)).toEqual(["mention", "mention"]);
  expect(await kindsOf(ada)).toEqual([]);
});

it("a practitioner hears only of mentions they may read", async () => {
  const served = await member("Pia", "PRACTITIONER");
  await db.client.update({ where: { id: clientId }, data: { practitionerId: served.practitionerId } });
  await say(ada, `@${served.name} among ourselves`);
  expect(await kindsOf(served)).toEqual([]);
  await say(ada, `@${served.name} for you`, "PRACTITIONERS");
  expect(await kindsOf(served)).toEqual([["mention", `@${served.name} for you`]]);
  await db.client.update({ where: { id: clientId }, data: { practitionerId: null } });
  expect(await countInbox(served)).toBe(0);
});

it("what happens on a followed record comes to the inbox, but not what one did oneself", async () => {
  await follow(bob, about, findSubject);
  await follow(bob, about, findSubject);
  expect((await findMarks(bob, { kind: "client", id: clientId })).follows).toBe(true);
  await say(ada, "Called back");
  await say(bob, "So did I");
  const inbox = await findInbox(bob);
  expect(inbox.rows.map(({ kind, happened }) => [kind, happened?.kind])).toEqual([["followed", "message.posted"]]);
  await unfollow(bob, about, findSubject);
  await say(ada, "Once more");
  expect(await countInbox(bob)).toBe(1);
  await follow(bob, about, findSubject);
  await say(ada, `@${bob.name} is told once`);
  expect((await findInbox(bob)).rows.map(({ kind }) => kind)).toEqual(["mention", "followed"]);
});

it("a practitioner who follows does not hear what is for staff only", async () => {
  const served = await member("Pia", "PRACTITIONER");
  await db.client.update({ where: { id: clientId }, data: { practitionerId: served.practitionerId } });
  await execute(
    sql`insert into client_practitioners (client_id, practitioner_id) values (${clientId}::uuid, ${served.practitionerId}::uuid)
      on conflict do nothing`,
  );
  await follow(served, about, findSubject);
  await say(ada, "Staff only");
  await pinNote(ada, { ...about, text: "Staff only" }, findSubject);
  const subject = { kind: "client", id: clientId } as const;
  const bytes = new TextEncoder().encode("secret");
  await addDocument(ada, { subject, folder: null, name: "secret.txt", bytes }, findSubject);
  expect(await countInbox(served)).toBe(0);
  await say(ada, "For practitioners", "PRACTITIONERS");
  expect(await countInbox(served)).toBe(1);
});

it("a task given to a colleague waits in their inbox until it is done", async () => {
  const taskId = await inTransaction((tx) =>
    createTask(tx, ada, { subject: "Send the form", assigneeId: bob.accountId }),
  );
  await inTransaction((tx) => createTask(tx, ada, { subject: "My own", assigneeId: ada.accountId }));
  expect(await kindsOf(bob)).toEqual([["task", "Send the form"]]);
  expect(await countInbox(ada)).toBe(0);
  await db.task.update({ where: { id: taskId ?? "" }, data: { doneAt: new Date("2026-01-01T00:00:00Z") } });
  expect(await countInbox(bob)).toBe(0);
});

it("one thing is dismissed, or all that was seen; nobody dismisses somebody else's", async () => {
  for (const text of ["one", "two", "three"]) await say(ada, `@${bob.name} ${text}`);
  const [newest, second] = (await findInbox(bob)).rows;
  if (!newest || !second) throw new Error("three mentions");
  expect(await refusal(dismissItem(ada, { itemId: newest.id }))).toBe("not_found");
  await dismissItem(bob, { itemId: newest.id });
  await say(ada, `@${bob.name} came meanwhile`);
  await dismissAll(bob, { newestId: second.id });
  expect(await kindsOf(bob)).toEqual([["mention", `@${bob.name} came meanwhile`]]);
});

it("S3-42 S3-43 a calendar colour is seen by its picker alone", async () => {
  await pickColour(ada, { clientId, colour: "teal" });
  await pickColour(ada, { clientId, colour: "violet" });
  expect(await findColours(ada, [clientId])).toEqual(new Map([[clientId, "violet"]]));
  expect(await findColours(bob, [clientId])).toEqual(new Map());
  expect((await findClient(ada, clientId))?.colour).toBe("violet");
  expect((await findClient(bob, clientId))?.colour).toBeNull();
  expect(await refusal(pickColour(await member("Pia", "PRACTITIONER"), { clientId, colour: "red" }))).toBe("not_found");
  await pickColour(ada, { clientId, colour: null });
  expect((await findClient(ada, clientId))?.colour).toBeNull();
});

it("S3-39 S3-41 notes on every kind of user are for administrators and staff, and never for the person they are about", async () => {
  const practitioner = await member("Pia", "PRACTITIONER");
  const subjects = [
    { subjectKind: "client", subjectId: clientId },
    { subjectKind: "contact", subjectId: (await make.contact()).id },
    { subjectKind: "practitioner", subjectId: (await make.practitioner()).id },
    { subjectKind: "account", subjectId: bob.accountId },
  ] as const;
  for (const subject of subjects) {
    await editNote(ada, { ...subject, version: 0, text: "Among ourselves" });
    expect(await findNote(ada, subject)).toMatchObject({ text: "Among ourselves" });
    expect(await findNote(practitioner, subject)).toBeNull();
    expect(await refusal(editNote(practitioner, { ...subject, version: 1, text: "Mine" }))).toBe("not_found");
  }
  const aboutBob = subjects[3];
  expect(await findNote(bob, aboutBob)).toBeNull();
  expect(await refusal(editNote(bob, { ...aboutBob, version: 1, text: "All good" }))).toBe("not_found");
});
