import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { mailDrill } from "@/e2e/support/mail-drill";
import { startResendServer } from "@/e2e/support/resend-server";
import { closeDatabase, db, inTransaction } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { storeFile } from "@/lib/platform/files/store";
import { sql } from "@/lib/values/sql";
import { deliverMail } from "./deliver";
import { cancelMails, decideParked, MAIL_PRIORITY, type NewMail, queueMail, queueMails } from "./queue";
import { resendTransport } from "./transports/resend";

const clock = path.join(process.env.DATA_DIR ?? "", "clock");
process.env.CLOCK_FILE = clock;

let provider: Awaited<ReturnType<typeof startResendServer>>;
const viaResend = () => resendTransport({ apiKey: provider.apiKey, baseUrl: provider.url });

function setTime(instant: string) {
  mkdirSync(path.dirname(clock), { recursive: true });
  writeFileSync(clock, instant);
}

const letter = (source: string, email: string, rest: Partial<NewMail> = {}): NewMail => ({
  source,
  to: { email },
  subject: "Hello",
  html: "<p>Hello</p>",
  text: "Hello",
  ...rest,
});

const mailingOf = (count: number, source = "mailing:1") =>
  Array.from({ length: count }, (_, n) =>
    letter(source, `person${n}@example.org`, { priority: MAIL_PRIORITY.mailing }),
  );

const queue = (mails: NewMail[]) => inTransaction((tx) => queueMails(tx, mails));
const states = async () => {
  const found = await db.outboxMail.groupBy({ by: ["state"], _count: true });
  return Object.fromEntries(found.map(({ state, _count }) => [state, _count]));
};

beforeEach(async () => {
  await provider?.close();
  provider = await startResendServer();
  setTime("2026-11-22T15:00:00Z");
  await execute(sql`truncate outbox_mails, outbox_batches, rate_limits, settings`).catch(async () => {
    await execute(sql`delete from outbox_mails`);
    await execute(sql`delete from outbox_batches`);
    await execute(sql`delete from rate_limits`);
    await execute(sql`delete from settings`);
  });
});

afterAll(async () => {
  await provider.close();
  await closeDatabase();
});

it("ML-06 a mail exists exactly when its cause was kept", async () => {
  const failed = inTransaction(async (tx) => {
    await queueMail(tx, letter("passcode:1", "ana@example.org"));
    throw new Error("the cause failed");
  });
  await expect(failed).rejects.toThrow("the cause failed");
  await deliverMail({ transport: viaResend() });
  expect(provider.books.delivered).toHaveLength(0);
  await queue([letter("passcode:2", "ana@example.org")]);
  await deliverMail({ transport: viaResend() });
  expect(provider.books.delivered.map(({ to }) => to)).toEqual(["ana@example.org"]);
});

it("ML-03 one source mails one address once, however often and by however many it is queued", async () => {
  const ids = await Promise.all(
    Array.from({ length: 10 }, () => inTransaction((tx) => queueMail(tx, letter("mailing:7", "ana@example.org")))),
  );
  expect(new Set(ids).size).toBe(1);
  await Promise.all([deliverMail({ transport: viaResend() }), deliverMail({ transport: viaResend() })]);
  expect(provider.books.delivered).toHaveLength(1);
});

it("ML-05 a passcode overtakes a mailing that waits already", async () => {
  await queue(mailingOf(250));
  await queue([letter("passcode:3", "ana@example.org", { priority: MAIL_PRIORITY.passcode })]);
  await deliverMail({ transport: viaResend() });
  expect(provider.books.delivered[0]?.to).toBe("ana@example.org");
  expect(await states()).toEqual({ SENT: 251 });
});

it("ML-02 what was first tried over 23 hours ago is parked, not sent again, and a person decides", async () => {
  await queue(mailingOf(3));
  provider.faults.lostAnswer = 1;
  await deliverMail({ transport: viaResend() });
  expect(provider.books.delivered).toHaveLength(3);
  provider.faults.lostAnswer = 0;
  setTime("2026-11-23T16:00:00Z");
  await deliverMail({ transport: viaResend() });
  expect(await states()).toEqual({ PARKED: 3 });
  expect(provider.books.delivered).toHaveLength(3);
  await inTransaction((tx) => decideParked(tx, "mailing:1", { decision: "drop" }));
  expect(await states()).toEqual({ CANCELLED: 3 });
});

it("ML-07 a lost answer is asked for again under the same key, and nothing arrives twice", async () => {
  await queue(mailingOf(5));
  provider.faults.lostAnswer = 1;
  await deliverMail({ transport: viaResend() });
  expect(await states()).toEqual({ SENDING: 5 });
  provider.faults.lostAnswer = 0;
  setTime("2026-11-22T15:05:00Z");
  await deliverMail({ transport: viaResend() });
  expect(await states()).toEqual({ SENT: 5 });
  expect(provider.books.delivered).toHaveLength(5);
});

it("ML-07 too many requests are answered by waiting as long as the provider asks", async () => {
  await queue(mailingOf(2));
  Object.assign(provider.faults, { tooMany: 1, retryAfterSeconds: 40 });
  await deliverMail({ transport: viaResend() });
  const [batch] = await db.outboxBatch.findMany({ select: { nextAttemptAt: true } });
  expect(batch?.nextAttemptAt.toISOString()).toBe("2026-11-22T15:00:40.000Z");
  const before = provider.books.requests.length;
  await queue([letter("passcode:9", "ana@example.org")]);
  await deliverMail({ transport: viaResend() });
  expect(provider.books.requests).toHaveLength(before);
});

it("fails the one mail the provider refuses and delivers the others", async () => {
  await queue(mailingOf(4));
  await execute(sql`update outbox_mails set to_email = 'no address' where to_email = 'person2@example.org'`);
  await deliverMail({ transport: viaResend() });
  expect(await states()).toEqual({ SENT: 3, FAILED: 1 });
});

it("ML-04 nothing leaves while mail is paused, and what was stopped never leaves", async () => {
  await queue(mailingOf(3));
  await db.setting.create({ data: { key: "mail", value: { paused: true } } });
  await deliverMail({ transport: viaResend() });
  expect(provider.books.requests).toHaveLength(0);
  expect(await inTransaction((tx) => cancelMails(tx, "mailing:1"))).toBe(3);
  await execute(sql`delete from settings`);
  await deliverMail({ transport: viaResend() });
  expect(provider.books.requests).toHaveLength(0);
});

it("AU-08 an address that could lead astray is kept as failed and never leaves", async () => {
  const hostile = [
    '"e@evil.com"@victim.com',
    "a@b.com,c@d.com",
    "a@b.com\r\nBcc: c@d.com",
    "a@ｂ.com",
    "<a@b.com>",
    "a@b",
  ];
  await queue(hostile.map((email, n) => letter(`welcome:${n}`, email)));
  await deliverMail({ transport: viaResend() });
  expect(provider.books.requests).toHaveLength(0);
  expect(await states()).toEqual({ FAILED: hostile.length });
});

it("sends a stored file along, alone in its request", async () => {
  const bytes = new TextEncoder().encode("signed");
  const { id } = await inTransaction((tx) => storeFile(tx, { name: "a.txt", contentType: "text/plain", bytes }));
  const attachments = [{ fileId: id, filename: "agreement.txt", contentType: "text/plain" }];
  await queue([letter("agreement:1", "ana@example.org", { attachments }), letter("agreement:1", "leo@example.org")]);
  await deliverMail({ transport: viaResend() });
  const sent = provider.books.delivered.find(({ to }) => to === "ana@example.org");
  expect(sent?.email.attachments).toEqual([
    { filename: "agreement.txt", content_type: "text/plain", content: Buffer.from(bytes).toString("base64") },
  ]);
  expect(await states()).toEqual({ SENT: 2 });
});

it("ML-01 workers killed while they send 500 mails lose none and send none twice", async () => {
  const plan = { mails: 500, kills: 5, batchSize: 25, databaseUrl: process.env.DATABASE_URL ?? "" };
  const figures = await mailDrill(plan);
  expect(figures).toMatchObject({ delivered: 500, duplicates: 0, missing: 0, kills: 5, states: { SENT: 500 } });
  expect(figures.busiestSecond).toBeLessThanOrEqual(5);
}, 120_000);
