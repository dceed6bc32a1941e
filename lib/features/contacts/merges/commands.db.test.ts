import { beforeEach, expect, it } from "vitest";
import { findMerge } from "@/lib/features/merges/results/queries";
import { undoMerge } from "@/lib/features/merges/undoing/commands";
import { findPeopleNamed } from "@/lib/features/portal-logins/queries";
import { meantPerson } from "@/lib/features/portal-logins/rules";
import { contactFollowers, mergeOperations } from "@/lib/merges";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { newId } from "@/lib/values/id";
import { sql, sqlName } from "@/lib/values/sql";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { mergeContacts } from "./commands";
import { findMergedInto } from "./results/queries";
import type { MergeInput } from "./schema";

const { id: accountId } = await make.account({ firstName: "Ada", lastName: "Staff" });
const actor = accountActor("staff", { accountId, confirmed: true });

const merge = (input: MergeInput) => mergeContacts(actor, input, contactFollowers);
const undo = (operationId: string) => undoMerge(actor, { operationId }, mergeOperations);

/** What somebody sends who keeps the first of these people and takes nothing from the others. */
async function mergeOf(winnerId: string, ...others: string[]): Promise<MergeInput> {
  const people = await db.contact.findMany({
    where: { id: { in: [winnerId, ...others] } },
    select: { id: true, version: true },
  });
  const all = winnerId;
  return {
    people,
    winnerId,
    take: { firstName: all, lastName: all, email: all, phone: all, language: all, doNotMail: all },
  };
}

/** What is told about a merge, and what triggers make of the rows (in no fixed order of words). */
const APART = [
  "history",
  "stream_entries",
  "operations",
  "operation_rows",
  "search_entries",
  "inbox_items",
  "_prisma_migrations",
];

/** One digest over every row of every table. */
async function databaseDigest(): Promise<Record<string, string>> {
  const tables = await rows<{ name: string }>(
    sql`select relname::text as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname <> all(${APART}::text[]) order by 1`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const [found] = await rows<{ digest: string }>(
      sql`select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${sqlName(name)} t`,
    );
    digests[name] = found?.digest ?? "";
  }
  return digests;
}

/** Makes one row that names this contact, by table and column. */
const NAMING: Record<string, (contactId: string) => Promise<unknown>> = {
  "contacts.merged_into_id": (id) => make.contact({ mergedIntoId: id, deletedAt: now() }),
  "contact_emails.contact_id": (contactId) =>
    db.contactEmail.create({ data: { contactId, email: "second@example.org" } }),
  "relationships.contact_id": async (contactId) =>
    make.relationship({ contactId, clientId: (await make.client()).id, isPrimary: true }),
  "custom_values.contact_id": async (contactId) => {
    const type = { recordKind: "contact", type: "text" };
    const field = await db.customField.create({ data: { ...type, label: `Motto ${newId()}` }, select: { id: true } });
    const value = { fieldId: field.id, recordId: contactId, contactId, textValue: "Bread first" };
    return db.customValue.create({ data: { ...type, ...value } });
  },
  "portal_logins.contact_id": (contactId) => make.portalLogin({ contactId, username: "walter" }),
  "signatures.contact_id": async (contactId) => make.signature({ contactId, clientId: (await make.client()).id }),
  "registrations.contact_id": async (contactId) => register(contactId, (await make.trainingEvent()).id),
  "mailing_recipients.contact_id": async (contactId) => {
    const { id: senderId } = await make.account();
    const data = { subject: "Hello", body: {}, senderId, selection: {}, createdAt: now() };
    const { id: mailingId } = await db.mailing.create({ data });
    return db.mailingRecipient.create({
      data: { mailingId, contactId, name: "Walter", email: "w@example.org", state: "SENT", position: 1 },
    });
  },
  "tasks.subject_id": (subjectId) =>
    db.task.create({ data: { subject: "Call back", subjectKind: "contact", subjectId, createdAt: now() } }),
  "message_links.subject_id": (subjectId) =>
    db.message.create({
      data: {
        text: "Asked for the price list",
        authorName: "Ada",
        postedAt: now(),
        links: { create: { subjectKind: "contact", subjectId, postedAt: now() } },
      },
    }),
  "follows.subject_id": async (subjectId) =>
    db.follow.create({
      data: { accountId: (await make.account()).id, subjectKind: "contact", subjectId, createdAt: now() },
    }),
  "pinned_notes.subject_id": (subjectId) =>
    db.pinnedNote.create({
      data: { subjectKind: "contact", subjectId, text: "Call first", authorName: "Ada", createdAt: now() },
    }),
  "documents.subject_id": (subjectId) => make.document({ subjectKind: "contact", subjectId }),
  "documents.contact_id": async (contactId) =>
    make.document({ subjectId: (await make.client()).id, visibility: "CONTACT", contactId }),
  "prospect_contacts.contact_id": async (contactId) =>
    make.prospectContact({ contactId, prospectId: (await make.prospect()).id }),
  "proposals.contact_id": async (contactId) =>
    db.proposal.create({
      data: { clientId: (await make.client()).id, contactId, contactName: "Ada", field: "city", proposedAt: now() },
    }),
  "staff_notes.subject_id": (subjectId) =>
    db.staffNote.create({ data: { subjectKind: "contact", subjectId, text: "Prefers the morning" } }),
  "not_duplicates.first_id": (id) => tellApartFrom(id, "first"),
  "not_duplicates.second_id": (id) => tellApartFrom(id, "second"),
};

/** An id made now is greater than all before it, so the other one has to be made at the right side. */
async function tellApartFrom(id: string, side: "first" | "second") {
  const other = side === "first" ? "ffffffff-ffff-7fff-bfff-ffffffffffff" : "00000000-0000-7000-8000-000000000001";
  await make.contact({ id: other });
  const [firstId, secondId] = side === "first" ? [id, other] : [other, id];
  return db.notADuplicate.create({ data: { firstId, secondId } });
}

async function register(
  contactId: string,
  eventId: string,
  status: "CONFIRMED" | "WAITING" | "CANCELLED" = "CONFIRMED",
) {
  if (status === "CONFIRMED") {
    await db.trainingEvent.update({ where: { id: eventId }, data: { seatsTaken: { increment: 1 } } });
  }
  return db.registration.create({
    data: { eventId, contactId, name: "Walter", email: `${newId()}@example.org`, status, createdAt: now() },
  });
}

const countNaming = async (table: string, column: string, id: string) => {
  const about = column === "subject_id" ? sql`and subject_kind = 'contact'` : sql``;
  const [found] = await rows<{ count: number }>(
    sql`select count(*)::int as count from ${sqlName(table)} where ${sqlName(column)} = ${id}::uuid ${about}`,
  );
  return found?.count ?? 0;
};

const EMPTIED = [
  "registrations",
  "training_events",
  "signatures",
  "mailings",
  "not_duplicates",
  "messages",
  "tasks",
  "staff_notes",
  "documents",
  "prospects",
];

beforeEach(async () => {
  for (const table of [...EMPTIED, "operations", "clients", "contacts"])
    await execute(sql`delete from ${sqlName(table)}`);
});

it("every column that names a contact is listed among those that follow a merge", async () => {
  const found = await rows<{ name: string }>(sql`
    select f.conrelid::regclass || '.' || a.attname as name from pg_constraint f
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
    where f.contype = 'f' and f.confrelid = 'contacts'::regclass
    union
    select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and (a.attname in ('contact_id', 'subject_id') or c.relname = 'not_duplicates' and a.attname like '%_id')
    order by 1`);
  const listed = contactFollowers.references.map(({ table, column }) => `${table}.${column}`).toSorted();
  expect(listed).toEqual(found.map(({ name }) => name).toSorted());
  const following = contactFollowers.references.filter(({ follow }) => follow !== "stays");
  expect(Object.keys(NAMING).toSorted()).toEqual(following.map(({ table, column }) => `${table}.${column}`).toSorted());
});

it("S2-08 everything that named the merged contact names the one that stays, and undoing leaves no trace of it", async () => {
  const winner = await make.contact({ firstName: "Wanda", email: "wanda@example.org" });
  const loser = await make.contact({ firstName: "Walter", email: "walter@example.org" });
  for (const name of Object.values(NAMING)) await name(loser.id);
  const before = await databaseDigest();

  const operationId = await merge(await mergeOf(winner.id, loser.id));
  for (const { table, column, follow } of contactFollowers.references.filter(({ follow: f }) => f !== "stays")) {
    const left = await countNaming(table, column, loser.id);
    // Decisions about the merged contact rest until it lives again.
    if (table !== "not_duplicates") expect([table, column, follow, left]).toEqual([table, column, follow, 0]);
    expect([table, column, (await countNaming(table, column, winner.id)) > 0]).toEqual([table, column, true]);
  }
  const emails = await db.contactEmail.findMany({ where: { contactId: winner.id }, orderBy: { email: "asc" } });
  expect(emails.map(({ email }) => email)).toEqual(["second@example.org", "walter@example.org"]);
  expect(await findMergedInto(actor, loser.id)).toBe(winner.id);
  expect(await databaseDigest()).not.toEqual(before);

  await undo(operationId);
  expect(await databaseDigest()).toEqual(before);
  expect(await findMergedInto(actor, loser.id)).toBeNull();
  expect(await findMerge(actor, operationId)).toMatchObject({ status: "UNDONE", left: [] });
});

it("each field is taken from whom it was chosen from", async () => {
  const winner = await make.contact({ firstName: "Jon", phone: null, doNotMail: false });
  const loser = await make.contact({ firstName: "John", phone: "+13125550177", doNotMail: true, language: "es" });
  const input = await mergeOf(winner.id, loser.id);
  await merge({
    ...input,
    take: { ...input.take, firstName: loser.id, phone: loser.id, email: loser.id, doNotMail: loser.id },
  });
  expect(await db.contact.findUniqueOrThrow({ where: { id: winner.id } })).toMatchObject({
    firstName: "John",
    lastName: winner.lastName,
    email: loser.email,
    phone: "+13125550177",
    doNotMail: true,
    language: "en",
    version: winner.version + 1,
  });
  expect(await db.contactEmail.findMany({ where: { contactId: winner.id }, select: { email: true } })).toEqual([
    { email: winner.email },
  ]);
});

it("S2-20 two relationships with one client become one with the marks of both, and the client keeps one primary contact", async () => {
  const client = await make.client();
  const [winner, loser] = [await make.contact(), await make.contact()];
  await make.relationship({
    clientId: client.id,
    contactId: loser.id,
    isPrimary: true,
    isGuardian: true,
    title: "Owner",
  });
  await make.relationship({ clientId: client.id, contactId: winner.id, isOwner: true });
  const before = await databaseDigest();
  const operationId = await merge(await mergeOf(winner.id, loser.id));
  const left = await db.relationship.findMany({ where: { clientId: client.id } });
  expect(left).toHaveLength(1);
  expect(left[0]).toMatchObject({
    contactId: winner.id,
    isPrimary: true,
    isOwner: true,
    isGuardian: true,
    title: "Owner",
  });
  const told = await db.streamEntry.findMany({ where: { clientId: client.id, kind: "contact.merged" } });
  expect(told).toHaveLength(1);
  await undo(operationId);
  expect(await databaseDigest()).toEqual(before);
});

it("of two portal logins the winner's stays, and the other ends with its sign-ins until the merge is taken back", async () => {
  const [winner, loser] = [await make.contact(), await make.contact()];
  const own = await make.portalLogin({ contactId: winner.id, username: "wanda" });
  const other = await make.portalLogin({ contactId: loser.id, username: "walter", lastSignInAt: now() });
  const times = { createdAt: now(), confirmedAt: now(), lastSeenAt: now(), expiresAt: now() };
  await db.signIn.create({ data: { ...times, tokenHash: newId(), portalLoginId: other.id } });
  const before = await databaseDigest();
  const operationId = await merge(await mergeOf(winner.id, loser.id));
  expect(await db.portalLogin.findMany({ select: { id: true, contactId: true } })).toEqual([
    { id: own.id, contactId: winner.id },
  ]);
  expect(await db.signIn.count({ where: { portalLoginId: other.id } })).toBe(0);
  await undo(operationId);
  expect(await databaseDigest()).toEqual(before);
});

it("S2-03 S2-09 by a shared address nobody can be told apart; straight after the merge one person is meant", async () => {
  const [winner, loser] = [
    await make.contact({ email: "Shared@example.org" }),
    await make.contact({ email: "shared@example.org" }),
  ];
  await make.portalLogin({ contactId: loser.id });
  expect(meantPerson(await findPeopleNamed(" shared@EXAMPLE.org "))).toBeNull();
  await merge(await mergeOf(winner.id, loser.id));
  expect(meantPerson(await findPeopleNamed(" shared@EXAMPLE.org "))).toMatchObject({ contactId: winner.id });
});

it("S2-09 a further address that a merged duplicate had lets the same person in", async () => {
  const [winner, loser] = [
    await make.contact({ email: "new@example.org" }),
    await make.contact({ email: "old@example.org" }),
  ];
  await merge(await mergeOf(winner.id, loser.id));
  expect(meantPerson(await findPeopleNamed("old@example.org"))).toMatchObject({ contactId: winner.id });
});

it("a person with two seats at one event keeps one, and the first in line gets the other", async () => {
  const event = await make.trainingEvent({ capacity: 2, status: "PUBLISHED" });
  const [winner, loser, waiting] = [await make.contact(), await make.contact(), await make.contact()];
  await register(winner.id, event.id);
  await register(loser.id, event.id);
  const next = await register(waiting.id, event.id, "WAITING");
  const operationId = await merge(await mergeOf(winner.id, loser.id));
  const statuses = async () => {
    const found = await db.registration.findMany({ where: { eventId: event.id }, orderBy: { place: "asc" } });
    return found.map(({ contactId, status }) => [contactId, status]);
  };
  expect(await statuses()).toEqual([
    [winner.id, "CONFIRMED"],
    [winner.id, "CANCELLED"],
    [next.contactId, "CONFIRMED"],
  ]);
  await undo(operationId);
  // The seat is somebody else's now, so the second place stays cancelled, and the merge says so.
  expect(await statuses()).toEqual([
    [winner.id, "CONFIRMED"],
    [winner.id, "CANCELLED"],
    [next.contactId, "CONFIRMED"],
  ]);
  expect(await findMerge(actor, operationId)).toMatchObject({
    left: [{ table: "registrations", reason: "full", count: 1 }],
  });
});

it("a seat that nobody took is taken again when the merge is taken back", async () => {
  const event = await make.trainingEvent({ capacity: 2, status: "PUBLISHED" });
  const [winner, loser] = [await make.contact(), await make.contact()];
  await register(loser.id, event.id);
  await register(winner.id, event.id);
  const before = await databaseDigest();
  const operationId = await merge(await mergeOf(winner.id, loser.id));
  expect(await db.trainingEvent.findUniqueOrThrow({ where: { id: event.id } })).toMatchObject({ seatsTaken: 1 });
  await undo(operationId);
  expect(await databaseDigest()).toEqual(before);
});

it("BK-11 twenty presses at once merge once, and all of them get the same answer", async () => {
  const client = await make.client();
  const [winner, loser] = [await make.contact(), await make.contact()];
  await make.relationship({ clientId: client.id, contactId: loser.id, isPrimary: true });
  const input = await mergeOf(winner.id, loser.id);
  const answers = await Promise.all(Array.from({ length: 20 }, () => merge(input)));
  expect(new Set(answers).size).toBe(1);
  expect(await db.operation.count()).toBe(1);
  expect(await db.historyEntry.count({ where: { kind: "contact.merged", operationId: answers[0] ?? null } })).toBe(1);
  expect(await db.relationship.count({ where: { contactId: winner.id } })).toBe(1);
});

it("BK-11 opposite merges at once leave one of the two people", async () => {
  const [a, b] = [await make.contact(), await make.contact()];
  const inputs = [await mergeOf(a.id, b.id), await mergeOf(b.id, a.id)];
  const answers = await Promise.allSettled(inputs.map(merge));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.contact.count({ where: { id: { in: [a.id, b.id] }, deletedAt: null } })).toBe(1);
});

it("what somebody books while the merge is on its way goes to the contact that stays", async () => {
  const [winner, loser] = [await make.contact(), await make.contact()];
  const event = await make.trainingEvent({ status: "PUBLISHED" });
  await merge(await mergeOf(winner.id, loser.id));
  const late = await register(loser.id, event.id);
  expect((await db.registration.findUniqueOrThrow({ where: { id: late.id } })).contactId).toBe(winner.id);
});

it("somebody who was changed since they were seen is not merged", async () => {
  const [winner, loser] = [await make.contact(), await make.contact()];
  const input = await mergeOf(winner.id, loser.id);
  await db.contact.update({ where: { id: loser.id }, data: { phone: "+13125550155", version: { increment: 1 } } });
  await expect(merge(input)).rejects.toThrow("changed_meanwhile");
  expect(await db.operation.count()).toBe(0);
});

it("taking back leaves what was changed since and says which", async () => {
  const client = await make.client();
  const [winner, loser] = [await make.contact(), await make.contact()];
  await make.relationship({ clientId: client.id, contactId: loser.id, isPrimary: true });
  const operationId = await merge(await mergeOf(winner.id, loser.id));
  await db.relationship.updateMany({ where: { contactId: winner.id }, data: { title: "Director" } });
  await undo(operationId);
  expect(await findMerge(actor, operationId)).toMatchObject({
    status: "UNDONE",
    left: [{ table: "relationships", reason: "changed:relationships", count: 1 }],
  });
  expect(await db.contact.findUniqueOrThrow({ where: { id: loser.id } })).toMatchObject({
    deletedAt: null,
    mergedIntoId: null,
  });
  expect(await db.relationship.findFirstOrThrow({ where: { clientId: client.id } })).toMatchObject({
    contactId: winner.id,
  });
});

it("who was merged before follows when the contact that stayed is merged itself", async () => {
  const [first, second, third] = [await make.contact(), await make.contact(), await make.contact()];
  await merge(await mergeOf(second.id, first.id));
  await merge(await mergeOf(third.id, second.id));
  expect(await findMergedInto(actor, first.id)).toBe(third.id);
  expect(await findMergedInto(actor, second.id)).toBe(third.id);
});
