import { beforeEach, expect, it } from "vitest";
import { findClientAt } from "@/lib/features/clients/mandatory/queries";
import { findMerge } from "@/lib/features/merges/results/queries";
import { undoMerge } from "@/lib/features/merges/undoing/commands";
import { clientReferences, mergeOperations } from "@/lib/merges";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { newId } from "@/lib/values/id";
import { addSeconds } from "@/lib/values/instant";
import { sql, sqlName } from "@/lib/values/sql";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { mergeClients } from "./commands";
import { findMergedClient } from "./results/queries";
import { CLIENT_MERGE_FIELDS, type MergeClientsInput } from "./schema";

const { id: accountId } = await make.account({ firstName: "Ada", lastName: "Staff" });
const actor = accountActor("staff", { accountId, confirmed: true });

const merge = (input: MergeClientsInput) => mergeClients(actor, { input, references: clientReferences });
const undo = (operationId: string) => undoMerge(actor, { operationId }, mergeOperations);

/** What somebody sends who keeps the first of these clients and takes nothing from the others but these fields. */
async function mergeOf(
  winnerId: string,
  others: string[],
  take: Partial<MergeClientsInput["take"]> = {},
): Promise<MergeClientsInput> {
  const people = await db.client.findMany({
    where: { id: { in: [winnerId, ...others] } },
    select: { id: true, version: true },
  });
  const all = Object.fromEntries(CLIENT_MERGE_FIELDS.map((field) => [field, winnerId])) as MergeClientsInput["take"];
  return { people, winnerId, take: { ...all, ...take } };
}

/** What is told about a merge, and what triggers make of the rows. */
const APART = [
  ...["history", "operations", "operation_rows", "search_entries", "inbox_items", "_prisma_migrations"],
  ...["stream_entries", "document_usage"],
];

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

const DAY = 86_400;
let days = 0;

/** A session of a practitioner of its own, on a day of its own. */
async function attend(clientId: string) {
  const [practitioner, center] = [await make.practitioner(), await make.center()];
  days += 1;
  const startsAt = addSeconds(now(), -DAY * days);
  return make.session({ clientId, practitionerId: practitioner.id, centerId: center.id, startsAt });
}

const about = (subjectId: string) => ({ subjectKind: "client", subjectId });

/** Makes one row that names this client, by table and column. */
const NAMING: Record<string, (clientId: string) => Promise<unknown>> = {
  "clients.merged_into_id": (id) => make.client({ mergedIntoId: id, deletedAt: now() }),
  "attendances.client_id": attend,
  "availability_schedules.client_id": (clientId) =>
    db.availabilitySchedule.create({ data: { clientId, timeZone: "America/Chicago" } }),
  "client_billing.client_id": (clientId) =>
    db.clientBilling.create({ data: { clientId, cycle: "MONTHLY", method: "EMAIL", termsDays: 30 } }),
  "client_colours.client_id": (clientId) => db.clientColour.create({ data: { accountId, clientId, colour: "teal" } }),
  "client_defaults.client_id": (clientId) => db.clientDefaults.create({ data: { clientId, workerCompCode: "8810" } }),
  "client_practitioners.client_id": async (clientId) =>
    db.clientPractitioner.create({ data: { clientId, practitionerId: (await make.practitioner()).id } }),
  "conversions.client_id": async (clientId) => {
    const { id: prospectId } = await make.prospect();
    const data = { kind: "conversion", title: "Once", input: {}, status: "APPLIED" as const, createdAt: now() };
    const { id: operationId } = await db.operation.create({ data });
    return db.conversion.create({ data: { prospectId, clientId, operationId, convertedAt: now() } });
  },
  "custom_values.client_id": async (clientId) => {
    const type = { recordKind: "client", type: "text" };
    const field = await db.customField.create({ data: { ...type, label: `Motto ${newId()}` }, select: { id: true } });
    return db.customValue.create({
      data: { ...type, fieldId: field.id, recordId: clientId, clientId, textValue: "Bread first" },
    });
  },
  "documents.subject_id": (subjectId) => make.document({ subjectKind: "client", subjectId }),
  "follows.subject_id": (subjectId) => db.follow.create({ data: { accountId, ...about(subjectId), createdAt: now() } }),
  "former_numbers.client_id": (clientId) =>
    db.formerNumber.create({ data: { number: `@${newId()}`, clientId, givenUpAt: now() } }),
  "invoices.client_id": (clientId) =>
    db.invoice.create({
      data: { number: newId(), clientId, issuedOn: now(), dueOn: now(), amountCents: 1200, recordedById: accountId },
    }),
  "mailing_recipients.client_id": async (clientId) => {
    const data = { subject: "Hello", body: {}, senderId: accountId, selection: {}, createdAt: now() };
    const { id: mailingId } = await db.mailing.create({ data });
    return db.mailingRecipient.create({
      data: { mailingId, clientId, name: "Walter", email: "w@example.org", state: "SENT", position: 1 },
    });
  },
  "message_links.subject_id": (subjectId) =>
    db.message.create({
      data: {
        text: "Asked",
        authorName: "Ada",
        postedAt: now(),
        links: { create: { ...about(subjectId), postedAt: now() } },
      },
    }),
  "not_duplicates.first_id": (id) => toldApart(id, "ffffffff-ffff-7fff-bfff-ffffffffffff"),
  "not_duplicates.second_id": (id) => toldApart(id, "00000000-0000-7000-8000-000000000001"),
  "payments.client_id": pay,
  "pinned_notes.subject_id": (subjectId) =>
    db.pinnedNote.create({ data: { ...about(subjectId), text: "Call first", authorName: "Ada", createdAt: now() } }),
  "registrations.client_id": async (clientId) =>
    db.registration.create({
      data: {
        eventId: (await make.trainingEvent()).id,
        clientId,
        name: "Walter",
        email: `${newId()}@example.org`,
        status: "WAITING",
        createdAt: now(),
      },
    }),
  "relationships.client_id": async (clientId) =>
    make.relationship({ clientId, contactId: (await make.contact()).id, isPrimary: true }),
  "signatures.client_id": async (clientId) => make.signature({ clientId, contactId: (await make.contact()).id }),
  "staff_notes.subject_id": (subjectId) => db.staffNote.create({ data: { ...about(subjectId), text: "Mornings" } }),
  "stream_entries.client_id": (clientId) =>
    db.streamEntry.create({
      data: { clientId, subjectKind: "client", kind: "client.edited", at: now(), actorName: "Ada", data: {} },
    }),
  "proposals.client_id": (clientId) =>
    db.proposal.create({ data: { clientId, contactName: "Ada", field: "phone", newValue: "1", proposedAt: now() } }),
  "session_waits.client_id": (clientId) => db.sessionWait.create({ data: { clientId, createdAt: now() } }),
  "testimonials.client_id": (clientId) =>
    db.testimonial.create({ data: { clientId, quote: "They listened", author: "Ada" } }),
  "tasks.subject_id": (subjectId) =>
    db.task.create({ data: { subject: "Call back", ...about(subjectId), createdAt: now() } }),
};

function pay(clientId: string) {
  return db.payment.create({
    data: { clientId, amountCents: 1200, receivedOn: now(), method: "cash", idempotencyKey: newId() },
  });
}

async function toldApart(id: string, other: string) {
  await make.client({ id: other });
  const [firstId = "", secondId = ""] = [id, other].toSorted();
  return db.notADuplicate.create({ data: { firstId, secondId } });
}

const EMPTIED = [
  ...["registrations", "training_events", "signatures", "mailings", "not_duplicates", "messages", "tasks"],
  ...["staff_notes", "documents", "payments", "invoices", "attendances", "sessions", "conversions", "prospects"],
];

beforeEach(async () => {
  for (const table of [...EMPTIED, "operations", "clients", "contacts"])
    await execute(sql`delete from ${sqlName(table)}`);
});

it("every column that names a client is listed among those that follow a merge", async () => {
  const found = await rows<{ name: string }>(sql`
    select f.conrelid::regclass || '.' || a.attname as name from pg_constraint f
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
    where f.contype = 'f' and f.confrelid = 'clients'::regclass
    union
    select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and (a.attname in ('client_id', 'subject_id') or c.relname = 'not_duplicates' and a.attname like '%_id')
    order by 1`);
  const listed = clientReferences.map(({ table, column }) => `${table}.${column}`).toSorted();
  expect(listed).toEqual(found.map(({ name }) => name).toSorted());
  const following = clientReferences.filter(({ follow }) => follow !== "stays");
  expect(Object.keys(NAMING).toSorted()).toEqual(following.map(({ table, column }) => `${table}.${column}`).toSorted());
});

it("everything that named the merged client names the one that stays, its number leads there, and undoing leaves no trace of it", async () => {
  const [winner, loser] = [await make.client(), await make.client()];
  for (const name of Object.values(NAMING)) await name(loser.id);
  const before = await databaseDigest();

  const operationId = await merge(await mergeOf(winner.id, [loser.id]));
  for (const { table, column } of clientReferences.filter(({ follow }) => follow !== "stays")) {
    const kind = column === "subject_id" ? sql`and subject_kind = 'client'` : sql``;
    const [left] = await rows<{ loser: number; winner: number }>(
      sql`select count(*) filter (where ${sqlName(column)} = ${loser.id}::uuid)::int as loser,
        count(*) filter (where ${sqlName(column)} = ${winner.id}::uuid)::int as winner from ${sqlName(table)} where true ${kind}`,
    );
    // Decisions about the merged client rest until it lives again.
    if (table !== "not_duplicates") expect([table, column, left?.loser]).toEqual([table, column, 0]);
    expect([table, column, (left?.winner ?? 0) > 0]).toEqual([table, column, true]);
  }
  expect(await findMergedClient(actor, loser.id)).toBe(winner.id);
  expect((await findClientAt(actor, loser.number))?.id).toBe(winner.id);
  expect((await findClientAt(actor, loser.id))?.id).toBe(winner.id);
  expect(await databaseDigest()).not.toEqual(before);

  await undo(operationId);
  expect(await databaseDigest()).toEqual(before);
  expect(await findMergedClient(actor, loser.id)).toBeNull();
  expect(await findMerge(actor, operationId)).toMatchObject({ kind: "client", status: "UNDONE", left: [] });
});

it("each field is taken from whom it was chosen from, and several become one", async () => {
  const winner = await make.client({ name: "Smyth Bakery", phone: null, city: "Cairo" });
  const [second, third] = [
    await make.client({ phone: "+13125550177" }),
    await make.client({ website: "smyth.example" }),
  ];
  const take = { name: third.id, phone: second.id, website: third.id };
  await merge(await mergeOf(winner.id, [second.id, third.id], take));
  expect(await db.client.findUniqueOrThrow({ where: { id: winner.id } })).toMatchObject({
    name: third.name,
    phone: "+13125550177",
    website: "smyth.example",
    city: "Cairo",
    number: winner.number,
    version: winner.version + 1,
  });
  expect(await db.client.count({ where: { mergedIntoId: winner.id, deletedAt: { not: null } } })).toBe(2);
});

it("the client that stays keeps its one primary contact, and one person's two relationships become one", async () => {
  const [winner, loser] = [await make.client(), await make.client()];
  const [own, shared, other] = [await make.contact(), await make.contact(), await make.contact()];
  await make.relationship({ clientId: winner.id, contactId: own.id, isPrimary: true });
  await make.relationship({ clientId: winner.id, contactId: shared.id, isGuardian: true });
  await make.relationship({ clientId: loser.id, contactId: shared.id, isOwner: true, isPrimary: true });
  await make.relationship({ clientId: loser.id, contactId: other.id });
  const before = await databaseDigest();
  const operationId = await merge(await mergeOf(winner.id, [loser.id]));
  const left = await db.relationship.findMany({ where: { clientId: winner.id } });
  expect(left).toHaveLength(3);
  expect(left.filter(({ isPrimary }) => isPrimary).map(({ contactId }) => contactId)).toEqual([own.id]);
  expect(left.find(({ contactId }) => contactId === shared.id)).toMatchObject({ isGuardian: true, isOwner: true });
  await undo(operationId);
  expect(await databaseDigest()).toEqual(before);
});

it("what both have is combined: one session, one signature of a version, the plain hours, the client's own defaults", async () => {
  const [winner, loser] = [await make.client(), await make.client()];
  const { id: sessionId, startsAt } = await attend(winner.id);
  await db.attendance.create({ data: { sessionId, startsAt, clientId: loser.id } });
  for (const [client, code] of [
    [winner, null],
    [loser, "8810"],
  ] as const) {
    await db.availabilitySchedule.create({ data: { clientId: client.id, timeZone: "America/Chicago" } });
    await db.clientDefaults.create({ data: { clientId: client.id, workerCompCode: code } });
    await db.clientColour.create({ data: { accountId, clientId: client.id, colour: "teal" } });
    await db.follow.create({ data: { accountId, ...about(client.id), createdAt: now() } });
    await make.signature({ clientId: client.id, contactId: (await make.contact()).id });
  }
  const before = await databaseDigest();
  const operationId = await merge(await mergeOf(winner.id, [loser.id]));
  const left = await db.attendance.findMany({ where: { sessionId }, select: { clientId: true } });
  expect(left).toEqual([{ clientId: winner.id }]);
  const hours = await db.availabilitySchedule.findMany({ where: { clientId: winner.id } });
  expect(hours.map(({ label }) => label).toSorted()).toEqual([`${loser.name} ${loser.number}`, null].toSorted());
  expect(await db.clientDefaults.findUnique({ where: { clientId: winner.id } })).toMatchObject({
    workerCompCode: "8810",
  });
  expect(await db.follow.count({ where: { accountId, subjectKind: "client", subjectId: winner.id } })).toBe(1);
  expect(await db.signature.count({ where: { clientId: winner.id } })).toBe(2);
  await undo(operationId);
  expect(await databaseDigest()).toEqual(before);
});

it("BK-11 twenty presses at once merge once, and all of them get the same answer", async () => {
  const [winner, loser] = [await make.client(), await make.client()];
  const input = await mergeOf(winner.id, [loser.id]);
  const answers = await Promise.all(Array.from({ length: 20 }, () => merge(input)));
  expect(new Set(answers).size).toBe(1);
  expect(await db.operation.count({ where: { kind: "client-merge" } })).toBe(1);
  expect(await db.historyEntry.count({ where: { kind: "client.merged", operationId: answers[0] ?? null } })).toBe(1);
});

it("BK-11 opposite merges at once leave one of the two clients", async () => {
  const [one, two] = [await make.client(), await make.client()];
  const [there, back] = [await mergeOf(one.id, [two.id]), await mergeOf(two.id, [one.id])];
  const answers = await Promise.allSettled([merge(there), merge(back)]);
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.client.count({ where: { id: { in: [one.id, two.id] }, deletedAt: null } })).toBe(1);
});

it("what somebody books while the merge is on its way goes to the client that stays", async () => {
  const [winner, loser] = [await make.client(), await make.client()];
  const input = await mergeOf(winner.id, [loser.id]);
  const [, session] = await Promise.all([merge(input), attend(loser.id)]);
  const places = await db.attendance.findMany({ where: { sessionId: session.id }, select: { clientId: true } });
  expect(places).toEqual([{ clientId: winner.id }]);
});

it("a client that was changed since it was seen is not merged, and no client becomes part of a pre-client", async () => {
  const [winner, loser] = [
    await make.client(),
    await make.client({ kind: "PRE_CLIENT", purpose: "LEAD", number: `@${newId()}` }),
  ];
  await expect(merge(await mergeOf(loser.id, [winner.id]))).rejects.toMatchObject({ code: "keep_a_client" });
  const input = await mergeOf(winner.id, [loser.id]);
  await db.client.update({ where: { id: loser.id }, data: { version: { increment: 1 } } });
  await expect(merge(input)).rejects.toMatchObject({ code: "changed_meanwhile" });
});

it("taking back leaves what was changed or added since and says which", async () => {
  const [winner, loser] = [await make.client(), await make.client()];
  const moved = await pay(loser.id);
  const operationId = await merge(await mergeOf(winner.id, [loser.id]));
  await db.payment.update({ where: { id: moved.id }, data: { reference: "Counted" } });
  const added = await pay(winner.id);
  await undo(operationId);
  const payments = await db.payment.findMany({ where: { id: { in: [moved.id, added.id] } } });
  expect(payments.map(({ clientId }) => clientId)).toEqual([winner.id, winner.id]);
  expect((await findClientAt(actor, loser.number))?.id).toBe(loser.id);
  expect(await findMerge(actor, operationId)).toMatchObject({
    left: [{ table: "payments", reason: "changed:payments", count: 1 }],
  });
});
