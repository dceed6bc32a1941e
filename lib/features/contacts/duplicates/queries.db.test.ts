import { beforeEach, expect, it } from "vitest";
import { doubtAgain, tellApart } from "@/lib/features/clients/duplicates/decisions/commands";
import { listToldApart } from "@/lib/features/clients/duplicates/decisions/queries";
import { removeContactEmail } from "@/lib/features/contacts/commands";
import { inviteAgain } from "@/lib/features/portal-logins/jobs";
import { findPeopleNamed } from "@/lib/features/portal-logins/queries";
import { meantPerson } from "@/lib/features/portal-logins/rules";
import { createTask } from "@/lib/features/tasks/commands";
import { systemActor } from "@/lib/platform/access/actor";
import { tokenHash } from "@/lib/platform/access/tokens";
import { now } from "@/lib/platform/clock";
import { db, inTransaction } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { sql, sqlName } from "@/lib/values/sql";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { countingQueries } from "@/prisma/factories/query-count";
import { countDuplicates, GROUPS_PER_PAGE, listDuplicates } from "./queries";
import { clashKey } from "./rules";
import { REASONS, type Reason } from "./schema";

const staff = accountActor("staff");
const list = async (reason: Reason, page?: string) => (await listDuplicates(staff, { reason, page })).rows;
const idsIn = async (reason: Reason) => (await list(reason)).map(({ people }) => people.map(({ id }) => id).toSorted());

const named = (firstName: string, lastName: string) => make.contact({ firstName, lastName });

/** These people as contacts of one client. */
async function clientOf(contacts: { id: string }[], options: Parameters<typeof make.client>[0] = {}) {
  const client = await make.client(options);
  for (const { id } of contacts) await make.relationship({ clientId: client.id, contactId: id });
  return client;
}

beforeEach(async () => {
  for (const table of ["not_duplicates", "tasks", "clients", "contacts"])
    await execute(sql`delete from ${sqlName(table)}`);
});

it("S2-07 S2-06 shows who has one address, whatever its capitals, with deleted contacts left out", async () => {
  const first = await make.contact({ email: "Owner@Example.org" });
  const second = await make.contact({ email: "owner@example.org" });
  await make.contact({ email: "owner@example.org", deletedAt: now() });
  await make.contact({ email: "somebody@example.org" });
  const [group, ...others] = await list("email");
  expect(others).toEqual([]);
  expect(group).toMatchObject({ size: 2, blocked: false });
  expect(group?.people.map(({ id }) => id).toSorted()).toEqual([first.id, second.id].toSorted());
  expect(await countDuplicates(staff, "email")).toEqual({ groups: 1, people: 2, largest: 2, more: false });
});

it("S2-07 a further address counts, because sign-in looks at it too", async () => {
  const first = await make.contact({ email: "one@example.org" });
  const second = await make.contact({ email: "two@example.org" });
  await db.contactEmail.createMany({ data: [{ contactId: second.id, email: "ONE@example.org" }] });
  // Twice the same address of one contact is no duplicate.
  await db.contactEmail.createMany({ data: [{ contactId: first.id, email: "one@example.org" }] });
  expect(await idsIn("email")).toEqual([[first.id, second.id].toSorted()]);
});

it("S2-07 shows who has one telephone number; text that is no number says nothing", async () => {
  const first = await make.contact({ phone: "+13125550142" });
  const second = await make.contact({ phone: "+13125550142" });
  await make.contact({ phone: "+13125550142;ext=12" });
  for (const phone of ["none", "none", "n/a 1", "n/a 1"]) await make.contact({ phone });
  expect(await idsIn("phone")).toEqual([[first.id, second.id].toSorted()]);
});

it("S2-07 shows similar names at one client: typing errors, accents, swapped names, not namesakes elsewhere", async () => {
  const [michael, micheal] = [await named("Michael", "Reyes"), await named("Micheal", "Reyes")];
  await clientOf([michael, micheal, await named("Dana", "Whitfield")]);
  const [rene, renee] = [await named("René", "Müller"), await named("Muller", "Rene")];
  await clientOf([rene, renee]);
  await clientOf([await named("John", "Smith"), await named("Jane", "Smith")]);
  await clientOf([await named("Michael", "Reyes")]);
  const groups = await idsIn("name");
  expect(groups.toSorted()).toEqual([[michael.id, micheal.id].toSorted(), [rene.id, renee.id].toSorted()].toSorted());
});

it("S2-07 shows names that sound the same at one address, across clients", async () => {
  const address = { addressLine1: "12 Mill St.", city: "Chicago", postalCode: "60601" };
  const [jon, john] = [await named("Jon", "Smyth"), await named("John", "Smith")];
  await clientOf([jon], address);
  await clientOf([john], { ...address, addressLine1: "12 MILL ST" });
  await clientOf([await named("Jon", "Smith")], { ...address, addressLine1: "14 Mill St." });
  await clientOf([await named("Amara", "Okafor")], address);
  expect(await idsIn("address")).toEqual([[jon.id, john.id].toSorted()]);
  const [group] = await list("address");
  expect(group?.shared).toMatch(/12 mill st/i);
});

it("S2-05 marks a group in which somebody could not sign in, until the task about it is done", async () => {
  const { id } = await make.contact({ email: "shared@example.org" });
  await make.contact({ email: "Shared@example.org" });
  await inTransaction((tx) =>
    createTask(tx, systemActor("test"), {
      subject: "Two people have one address",
      about: { kind: "contact", id },
      dedupeKey: clashKey(tokenHash("shared@example.org")),
    }),
  );
  expect(await list("email")).toMatchObject([{ blocked: true }]);
  await db.task.updateMany({ where: { subjectId: id }, data: { doneAt: now() } });
  expect(await list("email")).toMatchObject([{ blocked: false }]);
});

it("people who were told apart are not shown again, until somebody joins them or the decision is taken back", async () => {
  const shared = { email: "family@example.org", phone: "+13125550188" };
  const [mother, son] = [await make.contact(shared), await make.contact(shared)];
  const pair = { ids: [mother.id, son.id] };
  await tellApart(staff, pair);
  expect(await list("email")).toEqual([]);
  expect(await list("phone")).toEqual([]);
  expect(await countDuplicates(staff, "email")).toMatchObject({ groups: 0 });
  expect((await listToldApart(staff, undefined)).rows).toHaveLength(1);
  const third = await make.contact(shared);
  expect(await list("email")).toMatchObject([{ size: 3 }]);
  await tellApart(staff, { ids: [mother.id, son.id, third.id] });
  expect(await list("email")).toEqual([]);
  await doubtAgain(staff, pair);
  expect(await list("email")).toMatchObject([{ size: 3 }]);
});

it("similar names that were told apart do not hide a third one", async () => {
  const [a, b, c] = [await named("Ann", "Lee"), await named("Anne", "Lee"), await named("Ann", "Leeh")];
  await clientOf([a, b, c]);
  await tellApart(staff, { ids: [a.id, b.id] });
  expect(await idsIn("name")).toEqual([[a.id, b.id, c.id].toSorted()]);
  await tellApart(staff, { ids: [a.id, b.id, c.id] });
  expect(await list("name")).toEqual([]);
});

it("S2-10 an address taken from all but one of the people lets that one in, and the group is gone", async () => {
  const [first, second] = [
    await make.contact({ email: "two@example.org" }),
    await make.contact({ email: "two@example.org" }),
  ];
  await make.portalLogin({ contactId: second.id });
  expect(meantPerson(await findPeopleNamed("two@example.org"))).toBeNull();
  await removeContactEmail(staff, { contactId: first.id, version: first.version });
  expect(meantPerson(await findPeopleNamed("two@example.org"))).toMatchObject({ contactId: second.id });
  expect(await list("email")).toEqual([]);
});

it("S2-05 S2-10 whoever could not sign in waits in the queue, and is invited again once the address is theirs alone", async () => {
  const [first, second] = [
    await make.contact({ email: "clash@example.org" }),
    await make.contact({ email: "clash@example.org" }),
  ];
  const client = await make.client();
  await make.relationship({ clientId: client.id, contactId: second.id });
  const dedupeKey = clashKey(tokenHash("clash@example.org"));
  const about = { kind: "contact", id: first.id };
  await inTransaction((tx) => createTask(tx, systemActor("test"), { subject: "Blocked", about, dedupeKey }));
  expect(await idsIn("blocked")).toEqual([[first.id, second.id].toSorted()]);
  await removeContactEmail(staff, { contactId: first.id, version: first.version });
  expect(await idsIn("blocked")).toEqual([]);
  expect(await db.task.count({ where: { dedupeKey, doneAt: null } })).toBe(0);
  await inviteAgain({ contactId: second.id });
  const mails = await db.outboxMail.findMany({ where: { toEmail: "clash@example.org" }, select: { source: true } });
  expect(mails).toMatchObject([{ source: expect.stringContaining("welcome-contact") }]);
});

const BY_LIKENESS = REASONS.filter((reason) => reason !== "blocked");

it.each(BY_LIKENESS)("every group of the %s report is on one page only, forwards and backwards", async (reason) => {
  for (let n = 0; n < GROUPS_PER_PAGE + 5; n++) {
    const number = String(n).padStart(2, "0");
    const shared = { email: `p${number}@example.org`, phone: `+131255501${number}`, firstName: "Ann", lastName: "Lee" };
    const address = { addressLine1: `${number} Oak Road`, postalCode: "60601" };
    const people = [await make.contact(shared), await make.contact({ ...shared, firstName: "Anne" })];
    if (reason === "name") await clientOf(people);
    else for (const someone of people) await clientOf([someone], address);
  }
  const keyOf = ({ people }: { people: { id: string }[] }) => people.map(({ id }) => id).join();
  const first = await listDuplicates(staff, { reason, page: undefined });
  const second = await listDuplicates(staff, { reason, page: first.next ?? undefined });
  expect([first.rows.length, second.rows.length]).toEqual([GROUPS_PER_PAGE, 5]);
  expect(new Set([...first.rows, ...second.rows].map(keyOf)).size).toBe(GROUPS_PER_PAGE + 5);
  expect(second.next).toBeNull();
  const back = await listDuplicates(staff, { reason, page: second.previous ?? undefined });
  expect(back.rows.map(keyOf)).toEqual(first.rows.map(keyOf));
  expect(await countingQueries(() => listDuplicates(staff, { reason, page: undefined }))).toBeLessThanOrEqual(3);
});

it("a practitioner, who may not see all people, sees no duplicates", async () => {
  for (const _ of [1, 2]) await make.contact({ email: "two@example.org" });
  const actor = accountActor("practitioner");
  expect((await listDuplicates(actor, { reason: "email", page: undefined })).rows).toEqual([]);
});
