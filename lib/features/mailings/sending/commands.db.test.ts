import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { closeDatabase, db, inTransaction } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { deliverMail } from "@/lib/platform/mail/deliver";
import { RefusalError } from "@/lib/platform/refusal";
import { sql, sqlName } from "@/lib/values/sql";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { queueNextLetters } from "../deliveries/commands";
import { workOnMailing } from "../deliveries/jobs";
import { settleOutcomes } from "../deliveries/outcomes/commands";
import { findMailing } from "../queries";
import { buildRecipients, findChosenClients } from "../recipients/commands";
import { countOutcomes } from "../recipients/queries";
import { resumeMailing, retryFailed, sendMailing, sendNow, sendTestLetter, sendUnclear, stopMailing } from "./commands";

const dataDir = process.env.DATA_DIR ?? "";
const clock = path.join(dataDir, "clock");
process.env.CLOCK_FILE = clock;

afterAll(closeDatabase);

let actor = accountActor("staff", { confirmed: true });

beforeEach(async () => {
  mkdirSync(dataDir, { recursive: true });
  setTime("2026-11-22T15:00:00Z");
  rmSync(path.join(dataDir, "mail"), { recursive: true, force: true });
  const tables =
    "mailing_recipients mailings outbox_mails outbox_batches unsubscribes relationships stream_entries clients contacts settings";
  for (const table of tables.split(" ")) await execute(sql`delete from ${sqlName(table)}`);
  const { id, email } = await make.account({ firstName: "Sam", lastName: "Sender" });
  actor = Object.assign(accountActor("staff", { accountId: id, confirmed: true }), { email });
});

function setTime(instant: string) {
  writeFileSync(clock, instant);
}

type Mail = { to: { email: string }; subject: string; html: string; text: string; headers: Record<string, string> };

function mailbox(): Mail[] {
  const folder = path.join(dataDir, "mail");
  const files = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name.endsWith(".json"));
  return files.map(({ name }) => JSON.parse(readFileSync(path.join(folder, name), "utf8")));
}

/** Clients with a primary contact each: person0@example.org, person1@example.org, … */
async function people(count: number) {
  const { id: centerId } = await make.center();
  const statusId = await make.statusId("ACTIVE");
  await execute(sql`
    with c as (
      insert into clients (number, name, status_id, center_id)
      select 'N' || n, 'Client ' || n, ${statusId}::uuid, ${centerId}::uuid from generate_series(0, ${count - 1}) n returning id, number
    ), k as (
      insert into contacts (first_name, last_name, email)
      select 'Person', 'Number ' || n, 'person' || n || '@example.org' from generate_series(0, ${count - 1}) n returning id, email
    )
    insert into relationships (client_id, contact_id, is_primary)
    select c.id, k.id, true from c join k on k.email = 'person' || substr(c.number, 2) || '@example.org'`);
}

async function reviewed(options: Parameters<typeof make.mailing>[0] = {}) {
  const { id } = await make.mailing({ senderId: actor.accountId, ...options });
  const mailing = await findMailing(actor, id);
  if (!mailing) throw new Error("there is no mailing");
  const chosen = await findChosenClients(actor, id);
  const { count } = await inTransaction((tx) => buildRecipients(tx, mailing, chosen), { timeoutMs: 60_000 });
  return { mailingId: id, receivers: count, copyToSender: false, logInStream: true };
}

/** A mailing that has left the half minute behind and is about to queue its first letter. */
async function underWay(options: Parameters<typeof make.mailing>[0] = {}) {
  const input = await reviewed(options);
  await sendMailing(actor, input);
  await db.mailing.update({ where: { id: input.mailingId }, data: { status: "SENDING" } });
  return input.mailingId;
}

const statusOf = async (id: string) => (await db.mailing.findUniqueOrThrow({ where: { id } })).status;
const countsOf = async (id: string) =>
  Object.fromEntries(Object.entries(await countOutcomes(id)).filter(([, count]) => count > 0));
const addresses = () => mailbox().map(({ to }) => to.email);
const refusedWith = (code: string) => (error: unknown) => error instanceof RefusalError && error.code === code;

it("S2-56 S2-59 sends nothing before Send, nor within the half minute in which it can be taken back", async () => {
  await people(2);
  const input = await reviewed();
  await sendMailing(actor, input);
  await workOnMailing(input);
  expect(await db.outboxMail.count()).toBe(0);
  await stopMailing(actor, input);
  setTime("2026-11-22T15:01:00Z");
  await workOnMailing(input);
  expect([await statusOf(input.mailingId), await db.outboxMail.count()]).toEqual(["DRAFT", 0]);
});

it("lets a mailing go by itself after half a minute, and closes it when everything has left", async () => {
  await people(3);
  const input = await reviewed();
  await sendMailing(actor, input);
  setTime("2026-11-22T15:00:31Z");
  await workOnMailing(input);
  await deliverMail();
  await workOnMailing(input);
  expect(addresses().sort()).toEqual(["person0@example.org", "person1@example.org", "person2@example.org"]);
  expect([await statusOf(input.mailingId), await countsOf(input.mailingId)]).toEqual(["SENT", { sent: 3 }]);
  const told = await db.historyEntry.findMany({
    where: { kind: { startsWith: "mailing." }, subjectId: input.mailingId },
    orderBy: { id: "asc" },
  });
  expect(told.map(({ kind, data }) => [kind, data])).toEqual([
    ["mailing.started", { subject: "News from your center", people: 3 }],
    ["mailing.sent", { subject: "News from your center", sent: 3, failed: 0, skipped: 0 }],
  ]);
});

it("does not wait when told to send now", async () => {
  await people(1);
  const input = await reviewed();
  await sendMailing(actor, input);
  await sendNow(actor, input);
  await workOnMailing(input);
  await deliverMail();
  expect(addresses()).toEqual(["person0@example.org"]);
});

it("S2-58 writes each letter into its client's data stream once, also where the person got it once for several clients", async () => {
  await people(2);
  const twice = await db.contact.findFirstOrThrow({ where: { email: "person0@example.org" } });
  const third = await make.client();
  await make.relationship({ clientId: third.id, contactId: twice.id, isPrimary: true });
  const mailingId = await underWay({ subject: "Hello [CLIENT_NAME]" });
  await workOnMailing({ mailingId });
  await deliverMail();
  await Promise.all([settleOutcomes(mailingId), settleOutcomes(mailingId), workOnMailing({ mailingId })]);
  const lines = await db.streamEntry.findMany({ where: { kind: "mail.sent" }, include: { client: true } });
  const told = lines.map(({ client, data, actorName }) => [client?.name, (data as { to: string }).to, actorName]);
  expect(told.sort()).toEqual(
    [
      ["Client 0", "Person Number 0", "Sam Sender"],
      ["Client 1", "Person Number 1", "Sam Sender"],
      [third.name, "Person Number 0", "Sam Sender"],
    ].sort(),
  );
  expect(lines.map(({ leading }) => leading)).toEqual([false, false, false]);
});

it("S2-58 leaves the data streams alone when logging is unticked", async () => {
  await people(1);
  const mailingId = await underWay();
  await db.mailing.update({ where: { id: mailingId }, data: { logInStream: false } });
  await workOnMailing({ mailingId });
  await deliverMail();
  await workOnMailing({ mailingId });
  expect(await db.streamEntry.count({ where: { kind: "mail.sent" } })).toBe(0);
});

it("S2-57 copies every message to the sender, with links that unsubscribe nobody", async () => {
  await people(6);
  const mailingId = await underWay();
  await db.mailing.update({ where: { id: mailingId }, data: { copyToSender: true } });
  await workOnMailing({ mailingId });
  await deliverMail();
  await Promise.all([workOnMailing({ mailingId }), workOnMailing({ mailingId })]);
  await deliverMail();
  const copies = mailbox().filter(({ to }) => to.email === actor.email);
  expect(copies.map(({ subject }) => subject).sort()).toEqual(
    Array.from({ length: 6 }, (_, n) => `News from your center [copy: Person Number ${n} <person${n}@example.org>]`),
  );
  for (const { html, text, headers } of copies) {
    expect(html + text).toContain("/unsubscribe/example");
    expect(html + text).not.toMatch(/unsubscribe\/[\w-]+\./);
    expect(headers).toEqual({});
  }
});

it("puts the postal address under every letter, and from five people on a way to unsubscribe with one click", async () => {
  await people(5);
  const mailingId = await underWay();
  await workOnMailing({ mailingId });
  await deliverMail();
  const [letter] = mailbox();
  expect(letter?.text).toContain("100 Main Street, Chicago, IL 60601");
  expect(letter?.headers["List-Unsubscribe"]).toMatch(/^<http:\/\/localhost:3000\/api\/unsubscribe\/[\w-]+\.[\w-]+>$/);
  expect(letter?.headers["List-Unsubscribe-Post"]).toBe("List-Unsubscribe=One-Click");
  expect(letter?.html).toMatch(/href="http:\/\/localhost:3000\/unsubscribe\/[\w-]+\.[\w-]+"/);
  await execute(sql`delete from clients where name = 'Client 4'`);
  rmSync(path.join(dataDir, "mail"), { recursive: true });
  const small = await underWay({ subject: "To four" });
  await workOnMailing({ mailingId: small });
  await deliverMail();
  expect(mailbox()).toHaveLength(4);
  expect(mailbox().map(({ headers }) => headers)).toEqual([{}, {}, {}, {}]);
});

it("ML-03 a double click, or two of the staff together, send once", async () => {
  await people(4);
  const input = await reviewed();
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => sendMailing(actor, input)));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const answer of answers) if (answer.status === "rejected") expect(answer.reason.code).toBe("not_a_draft");
  await sendNow(actor, input);
  await Promise.all([workOnMailing(input), workOnMailing(input), workOnMailing(input)]);
  await Promise.all([deliverMail(), deliverMail()]);
  expect(addresses().sort()).toEqual([0, 1, 2, 3].map((n) => `person${n}@example.org`));
});

it("ML-03 sends nothing when somebody else would get it than was reviewed, and shows the new list", async () => {
  await people(3);
  const input = await reviewed();
  await db.unsubscribe.create({ data: { email: "person1@example.org", createdAt: new Date() } });
  await expect(sendMailing(actor, input)).rejects.toSatisfy(refusedWith("recipients_changed"));
  expect(await statusOf(input.mailingId)).toBe("DRAFT");
  expect(await db.mailing.findUnique({ where: { id: input.mailingId } })).toMatchObject({ receivers: 2 });
  await sendMailing(actor, { ...input, receivers: 2 });
  expect(await statusOf(input.mailingId)).toBe("HELD");
});

it("stops where it is and goes on with exactly those that have not left: 300 of 1,000, then the other 700", async () => {
  await people(1000);
  const mailingId = await underWay();
  await queueNextLetters(mailingId);
  await queueNextLetters(mailingId);
  // 300 leave; 100 are queued and 600 not yet written when somebody presses Stop.
  await execute(
    sql`update outbox_mails set not_before = '2026-11-23' where id in (select id from outbox_mails order by id offset 300)`,
  );
  await deliverMail();
  await stopMailing(actor, { mailingId });
  await execute(sql`update outbox_mails set not_before = '2026-11-22' where state <> 'SENT'`);
  await workOnMailing({ mailingId });
  await deliverMail();
  expect([await statusOf(mailingId), await countsOf(mailingId)]).toEqual([
    "STOPPED",
    { sent: 300, stopped: 100, waiting: 600 },
  ]);
  await resumeMailing(actor, { mailingId });
  await workOnMailing({ mailingId });
  await deliverMail();
  await workOnMailing({ mailingId });
  while ((await settleOutcomes(mailingId)) > 0);
  expect(await countsOf(mailingId)).toEqual({ sent: 1000 });
  expect(new Set(addresses()).size).toBe(1000);
  expect(addresses()).toHaveLength(1000);
}, 60_000);

it("ML-03 stop and resume by many people at once, while letters are written and leave, mail each address once", async () => {
  await people(600);
  const mailingId = await underWay();
  const staff = Array.from({ length: 10 }, async (_, turn) => {
    const act = turn % 2 === 0 ? stopMailing : resumeMailing;
    await act(actor, { mailingId }).catch((error) => {
      if (!(error instanceof RefusalError)) throw error;
    });
  });
  await Promise.all([
    workOnMailing({ mailingId }),
    workOnMailing({ mailingId }),
    deliverMail(),
    deliverMail(),
    ...staff,
  ]);
  await resumeMailing(actor, { mailingId }).catch(() => null);
  for (let round = 0; round < 4; round += 1) {
    await workOnMailing({ mailingId });
    await deliverMail();
  }
  await workOnMailing({ mailingId });
  expect([await statusOf(mailingId), await countsOf(mailingId)]).toEqual(["SENT", { sent: 600 }]);
  expect(new Set(addresses()).size).toBe(600);
  expect(addresses()).toHaveLength(600);
}, 60_000);

it("goes on after a crash in the middle of a batch, without a letter twice", async () => {
  await people(500);
  const mailingId = await underWay();
  await queueNextLetters(mailingId);
  const crashed = inTransaction(async (tx) => {
    await execute(sql`select 1 from mailings where id = ${mailingId}::uuid for no key update`, tx);
    await execute(sql`update mailing_recipients set state = 'QUEUED' where mailing_id = ${mailingId}::uuid`, tx);
    throw new Error("killed");
  });
  await expect(crashed).rejects.toThrow("killed");
  await workOnMailing({ mailingId });
  await deliverMail();
  await workOnMailing({ mailingId });
  expect(await countsOf(mailingId)).toEqual({ sent: 500 });
  expect(new Set(addresses()).size).toBe(500);
}, 60_000);

it("mails nobody who unsubscribed or was marked between the review and their turn", async () => {
  await people(6);
  const mailingId = await underWay();
  await db.unsubscribe.create({ data: { email: "person1@example.org", createdAt: new Date() } });
  await db.contact.updateMany({ where: { email: "person2@example.org" }, data: { doNotMail: true } });
  await workOnMailing({ mailingId });
  await stopMailing(actor, { mailingId });
  await db.unsubscribe.create({ data: { email: "person3@example.org", createdAt: new Date() } });
  await resumeMailing(actor, { mailingId });
  await workOnMailing({ mailingId });
  await deliverMail();
  expect(addresses().sort()).toEqual(["person0@example.org", "person4@example.org", "person5@example.org"]);
  expect(await countsOf(mailingId)).toEqual({ sent: 3, skipped: 3 });
});

it("retries what failed: the same letter at the same address, a new one at a corrected one", async () => {
  await people(3);
  const mailingId = await underWay();
  await workOnMailing({ mailingId });
  await execute(
    sql`update outbox_mails set state = 'FAILED', last_error = 'mailbox_full' where to_email <> 'person0@example.org'`,
  );
  await deliverMail();
  await workOnMailing({ mailingId });
  expect([await statusOf(mailingId), await countsOf(mailingId)]).toEqual(["SENT", { sent: 1, failed: 2 }]);
  await db.contact.updateMany({ where: { email: "person1@example.org" }, data: { email: "better1@example.org" } });
  await retryFailed(actor, { mailingId });
  await workOnMailing({ mailingId });
  await deliverMail();
  await workOnMailing({ mailingId });
  expect([await statusOf(mailingId), await countsOf(mailingId)]).toEqual(["SENT", { sent: 3 }]);
  expect(addresses().sort()).toEqual(["better1@example.org", "person0@example.org", "person2@example.org"]);
  await expect(retryFailed(actor, { mailingId })).rejects.toSatisfy(refusedWith("nothing_to_retry"));
});

it("ML-02 sends what may have arrived once more only when a person says so", async () => {
  await people(3);
  const mailingId = await underWay();
  await workOnMailing({ mailingId });
  await execute(sql`update outbox_mails set state = 'PARKED' where to_email = 'person1@example.org'`);
  await deliverMail();
  await workOnMailing({ mailingId });
  expect([await statusOf(mailingId), await countsOf(mailingId)]).toEqual(["SENT", { sent: 2, unclear: 1 }]);
  await expect(retryFailed(actor, { mailingId })).rejects.toSatisfy(refusedWith("nothing_to_retry"));
  await sendUnclear(actor, { mailingId });
  await deliverMail();
  await workOnMailing({ mailingId });
  expect([await statusOf(mailingId), await countsOf(mailingId)]).toEqual(["SENT", { sent: 3 }]);
});

it("S2-24 refuses a letter that would name no practitioner, and fails one whose practitioner leaves meanwhile", async () => {
  await people(2);
  const text = "Your counselor is [PRACTITIONER_NAME].";
  const input = await reviewed({ text });
  await expect(sendMailing(actor, input)).rejects.toSatisfy(refusedWith("practitioner_missing"));
  const { id: practitionerId } = await make.practitioner();
  await execute(sql`update clients set practitioner_id = ${practitionerId}::uuid`);
  await sendMailing(actor, input);
  await execute(sql`update clients set practitioner_id = null where name = 'Client 1'`);
  await sendNow(actor, input);
  await workOnMailing(input);
  await deliverMail();
  expect(addresses()).toEqual(["person0@example.org"]);
  expect(await countsOf(input.mailingId)).toEqual({ sent: 1, failed: 1 });
});

it("refuses a half-written letter whose variables do not exist", async () => {
  await people(1);
  const input = await reviewed({ text: "Dear [FRIST_NAME]" });
  await expect(sendMailing(actor, input)).rejects.toSatisfy(refusedWith("unknown_variable"));
});

it("S2-60 lets staff write to one client without confirming the password, to more only with it", async () => {
  await people(2);
  const [first] = await db.client.findMany({ orderBy: { name: "asc" } });
  const unconfirmed = accountActor("staff", { accountId: actor.accountId });
  await expect(sendMailing(unconfirmed, await reviewed())).rejects.toSatisfy(refusedWith("needs_confirmation"));
  const one = await reviewed({ clientIds: [first?.id ?? ""] });
  await sendMailing(unconfirmed, one);
  expect(await statusOf(one.mailingId)).toBe("HELD");
});

it("sends a test to whoever asks, with the real words of the person looked at, and nothing to that person", async () => {
  await people(2);
  const { mailingId } = await reviewed();
  await sendTestLetter(actor, { mailingId, position: 2 });
  await deliverMail();
  const [test, ...others] = mailbox();
  expect(others).toEqual([]);
  expect([test?.to.email, test?.subject]).toEqual([actor.email, "[Test] News from your center"]);
  expect(test?.text).toContain("Dear Person");
  expect(test?.text).toContain("news for Client 1");
  expect(await countsOf(mailingId)).toEqual({ waiting: 2 });
});
