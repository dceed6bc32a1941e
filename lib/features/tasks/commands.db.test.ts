import { beforeAll, describe, expect, it } from "vitest";
import { chooseCenter } from "@/lib/features/accounts/own-center/commands";
import { systemLetter } from "@/lib/features/templates/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db, inTransaction } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { findSubject } from "@/lib/subjects";
import { dayIn } from "@/lib/values/wall-clock";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { addTask, completeTask, createTask, editTask, reopenTask } from "./commands";
import { findTask, listTasks, tasksAbout } from "./queries";
import { remindOfTasks } from "./reminders/jobs";
import { addTaskInput, editTaskInput, type TaskRow, type TaskView } from "./schema";

let staff: AccountActor;
beforeAll(async () => {
  staff = await somebody();
});
const somebody = async (role: "staff" | "practitioner" = "staff", fields: { centerId?: string } = {}) =>
  accountActor(role, { accountId: (await make.account(fields)).id });

const TODAY = "2026-11-22";
const form = { details: "", priority: "NORMAL", dueOn: "", assigneeId: "", aboutKind: "", aboutId: "" };
const add = (subject: string, fields: Record<string, string> = {}) =>
  addTask(staff, addTaskInput.parse({ ...form, subject, ...fields }), findSubject);
const subjects = async (actor: AccountActor, view: TaskView) =>
  (await listTasks(actor, { view }, { today: TODAY, size: 500 })).rows.map(({ subject }) => subject);
const taskOf = (subject: string) => db.task.findFirstOrThrow({ where: { subject } });

describe("tasks", () => {
  it("S4-36 wait on the assignee's list, by due date, those without a date last", async () => {
    const ann = await somebody();
    await add("Some day", { assigneeId: ann.accountId });
    await add("Later", { assigneeId: ann.accountId, dueOn: "2026-12-24" });
    await add("Sooner", { assigneeId: ann.accountId, dueOn: "2026-11-30" });
    await add("Somebody else's", { assigneeId: staff.accountId, dueOn: "2026-11-01" });
    const mine = (await subjects(ann, "mine")).filter((subject) =>
      ["Some day", "Later", "Sooner", "Somebody else's"].includes(subject),
    );
    expect(mine).toEqual(["Sooner", "Later", "Some day"]);
    expect(await subjects(ann, "overdue")).toContain("Somebody else's");
    expect(await subjects(ann, "overdue")).not.toContain("Sooner");
  });

  it("belong to the center of their client, or else of the assignee, and follow when either moves", async () => {
    const [north, south] = [await make.center(), await make.center()];
    const client = await make.client({ centerId: north.id });
    const [atNorth, atSouth] = [
      await somebody("staff", { centerId: north.id }),
      await somebody("staff", { centerId: south.id }),
    ];
    await add("About the client", { aboutKind: "client", aboutId: client.id });
    await add("For the person", { assigneeId: atNorth.accountId });
    expect(await subjects(atNorth, "center")).toEqual(expect.arrayContaining(["About the client", "For the person"]));
    await db.client.update({ where: { id: client.id }, data: { centerId: south.id } });
    await chooseCenter(atNorth, { centerId: south.id });
    expect(await subjects(atSouth, "center")).toEqual(expect.arrayContaining(["About the client", "For the person"]));
    expect(await subjects(await somebody(), "center")).toEqual([]);
    const found = await rows<TaskRow>(tasksAbout(staff, { kind: "client", id: client.id }, { limit: 5 }));
    expect(found.map(({ about }) => about)).toEqual([client.name]);
  });

  it("S4-34 are edited, their due date cleared; a save that came too late is refused with what stands there", async () => {
    await add("Call", { dueOn: "2026-12-01" });
    const { id: taskId } = await taskOf("Call");
    const input = editTaskInput.parse({ ...form, taskId, version: "1", subject: "Call", priority: "HIGH" });
    await editTask(staff, input);
    expect(await findTask(staff, taskId)).toMatchObject({ dueOn: null, priority: "HIGH", version: 2 });
    await expect(editTask(staff, { ...input, subject: "Call again" })).rejects.toMatchObject({
      code: "changed_meanwhile",
      conflict: { version: 2, values: { subject: "Call", dueOn: "" } },
    });
  });

  it("S4-36 given to somebody else are told to them and leave the inbox of whoever had them, also when they come back", async () => {
    const [ann, bob] = [await somebody(), await somebody()];
    await add("Hand me over", { assigneeId: ann.accountId });
    const give = async (to: string) => {
      const { id: taskId, version } = await taskOf("Hand me over");
      const fields = { subject: "Hand me over", details: "", priority: "NORMAL", dueOn: "", assigneeId: to };
      await editTask(staff, editTaskInput.parse({ ...fields, taskId, version: String(version) }));
    };
    const waiting = async () => {
      const { id: sourceId } = await taskOf("Hand me over");
      const items = await db.inboxItem.findMany({ where: { sourceId, dismissedAt: null } });
      return items.map(({ accountId, actorName }) => [accountId, actorName]);
    };
    await give(bob.accountId);
    expect(await waiting()).toEqual([[bob.accountId, staff.name]]);
    await give(ann.accountId);
    expect(await waiting()).toEqual([[ann.accountId, staff.name]]);
    await give(staff.accountId);
    expect(await waiting()).toEqual([]);
  });

  it("are done once, whoever presses, and come back on the list", async () => {
    await add("Only once");
    const { id: taskId } = await taskOf("Only once");
    const presses = await Promise.allSettled(Array.from({ length: 10 }, () => completeTask(staff, { taskId })));
    expect(presses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await subjects(staff, "done")).toContain("Only once");
    await reopenTask(staff, { taskId });
    expect(await subjects(staff, "everyone")).toContain("Only once");
    expect(await db.historyEntry.count({ where: { subjectId: taskId, kind: "task.done" } })).toBe(1);
  });

  it("a machine-made one that was reopened does not keep the next from being made", async () => {
    const make1 = () => inTransaction((tx) => createTask(tx, staff, { subject: "Duplicates", dedupeKey: "same" }));
    const first = await make1();
    expect(await make1()).toBeNull();
    await completeTask(staff, { taskId: first ?? "" });
    await make1();
    await reopenTask(staff, { taskId: first ?? "" });
    expect(await db.task.count({ where: { subject: "Duplicates", doneAt: null } })).toBe(2);
  });

  it("AZ-06 a practitioner sees and does their own only, and reads no name of a client they do not serve", async () => {
    const paula = await somebody("practitioner");
    const client = await make.client({ name: "Canary Holdings" });
    await add("Mine to do", { assigneeId: paula.accountId, aboutKind: "client", aboutId: client.id });
    await add("Not mine");
    for (const view of ["mine", "center", "everyone"] as const)
      expect(await subjects(paula, view)).not.toContain("Not mine");
    expect(JSON.stringify(await listTasks(paula, { view: "mine" }, { today: TODAY }))).not.toContain("Canary");
    const { id: taskId } = await taskOf("Not mine");
    await expect(completeTask(paula, { taskId })).rejects.toMatchObject({ code: "not_found" });
    await completeTask(paula, { taskId: (await taskOf("Mine to do")).id });
  });

  it("come page by page in both directions, each once", async () => {
    const ben = await somebody("practitioner");
    for (let number = 1; number <= 7; number += 1) {
      await add(`Task ${number}`, { assigneeId: ben.accountId, dueOn: number < 6 ? `2027-01-0${number}` : "" });
    }
    const read: string[] = [];
    let page: string | undefined;
    let last: string | null = null;
    do {
      const found = await listTasks(ben, { view: "mine", page }, { today: TODAY, size: 3 });
      read.push(...found.rows.map(({ subject }) => subject));
      page = found.next ?? undefined;
      last = found.previous;
    } while (page);
    expect(read).toHaveLength(7);
    expect(new Set(read).size).toBe(7);
    expect(read.slice(0, 5)).toEqual([1, 2, 3, 4, 5].map((number) => `Task ${number}`));
    const back = await listTasks(ben, { view: "mine", page: last ?? undefined }, { today: TODAY, size: 3 });
    expect(back.rows.map(({ subject }) => subject)).toEqual(read.slice(3, 6));
    for (const { id: taskId } of await db.task.findMany({ where: { assigneeId: ben.accountId } }))
      await completeTask(ben, { taskId });
    const done = await listTasks(ben, { view: "done" }, { today: TODAY, size: 3 });
    const next = await listTasks(ben, { view: "done", page: done.next ?? undefined }, { today: TODAY, size: 3 });
    expect(new Set([...done.rows, ...next.rows].map(({ id }) => id)).size).toBe(6);
  });
});

describe("reminders", () => {
  const remind = remindOfTasks(systemLetter);
  const mailsTo = (toEmail: string) =>
    db.outboxMail.findMany({ where: { toEmail, source: { startsWith: "task-due:" } } });

  it("leave once, on the day a task is due by the clock of the assignee's center; another date is reminded of again", async () => {
    // Where it is past seven in the morning at this instant, and where it is not.
    const hours = new Date().getUTCHours();
    const zones = Array.from({ length: 24 }, (_, at) => at - 11).map((offset) => ({
      zone: `Etc/GMT${offset <= 0 ? "+" : "-"}${Math.abs(offset)}`,
      hour: (hours + offset + 24) % 24,
    }));
    const zoneAt = (wanted: (hour: number) => boolean) => zones.find(({ hour }) => wanted(hour))?.zone ?? "UTC";
    const awake = zoneAt((hour) => hour === 10);
    const asleep = zoneAt((hour) => hour === 3);
    const people = [];
    for (const timeZone of [awake, asleep]) {
      const center = await make.center({ timeZone });
      const account = await make.account({ centerId: center.id });
      await add(`Due in ${timeZone}`, { assigneeId: account.id, dueOn: dayIn(timeZone, new Date()) });
      people.push(account);
    }
    const [early, late] = people;
    if (!early || !late) throw new Error("nobody");
    await Promise.all([remind(), remind(), remind()]);
    expect(await mailsTo(early.email)).toHaveLength(1);
    expect((await mailsTo(early.email))[0]?.subject).toContain(`Due in ${awake}`);
    expect(await mailsTo(late.email)).toHaveLength(0);
    await db.task.updateMany({
      where: { assigneeId: early.id },
      data: { dueOn: new Date(`${dayIn(awake, new Date(Date.now() - 86_400_000))}T00:00:00Z`) },
    });
    await remind();
    expect(await mailsTo(early.email)).toHaveLength(2);
  });

  it("leave for nobody who left, nothing that is done, and nothing that was due long ago", async () => {
    const gone = await make.account();
    await add("Left behind", { assigneeId: gone.id, dueOn: dayIn("America/Chicago", new Date()) });
    await db.account.update({ where: { id: gone.id }, data: { status: "INACTIVE" } });
    const ann = await make.account();
    await add("Long ago", { assigneeId: ann.id, dueOn: "2026-01-01" });
    await remind();
    expect([...(await mailsTo(gone.email)), ...(await mailsTo(ann.email))]).toEqual([]);
  });
});
