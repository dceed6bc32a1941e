import "server-only";
import { writeProspect } from "@/lib/features/prospects/commands";
import { addPerson } from "@/lib/features/prospects/people/commands";
import { findFirstStage } from "@/lib/features/prospects/stages/queries";
import { createTask } from "@/lib/features/tasks/commands";
import { type Actor, systemActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { env } from "@/lib/platform/env";
import { record } from "@/lib/platform/history/record";
import { translatorFor } from "@/lib/platform/i18n/translate";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { countAttempt } from "@/lib/platform/rate-limit";
import { refuse } from "@/lib/platform/refusal";
import { emailKey } from "@/lib/values/email-address";
import { splitName } from "@/lib/values/person-name";
import { sql } from "@/lib/values/sql";
import { dayIn } from "@/lib/values/wall-clock";
import { findInquiryCenter } from "./queries";
import { inquiryBlocker, readInquiryToken } from "./rules";
import type { InquireInput, InquiryCenter } from "./schema";

const HOUR = 3_600;

/**
 * Takes what somebody wrote on the page of a center: makes a prospect, gives staff a task, and promises the answer by
 * mail where there is an address. The same form sent twice is one prospect.
 * @returns the key by which the sender sees what was saved.
 * @throws {RefusalError} not_found, too_many_attempts, stale, tooFast, hiddenField
 */
export async function inquire(actor: Actor, input: InquireInput): Promise<string> {
  const shown = readInquiryToken(input.token, env().AUTH_SECRET);
  const blocker = inquiryBlocker({ shown, website: input.website }, { now: now() });
  if (blocker || !shown) refuse(blocker ?? "stale", `inquiry.refusals.${blocker ?? "stale"}`);
  await countAttempt(`inquire:${actor.ip ?? "unknown"}`, { limit: 20, windowSeconds: HOUR });
  if (input.email) await countAttempt(`inquire:${emailKey(input.email)}`, { limit: 5, windowSeconds: HOUR });
  await inTransaction(async (tx) => {
    // Two sendings of one form wait for each other here; the second finds what the first made.
    await rows(sql`select pg_advisory_xact_lock(hashtextextended(${shown.key}, 0))::text as held`, tx);
    if (await tx.prospect.findUnique({ where: { inquiryKey: shown.key }, select: { id: true } })) return;
    const center = await findInquiryCenter(input.center, tx);
    if (!center) refuse("not_found", "refusals.notFound");
    await writeInquiry(tx, { input, center, key: shown.key, language: actor.language });
  });
  return shown.key;
}

type Written = { input: InquireInput; center: InquiryCenter; key: string; language: string };

async function writeInquiry(tx: Tx, { input, center, key, language }: Written): Promise<void> {
  // Whoever writes is nobody to the app yet: it acts for them.
  const actor = systemActor(center.name);
  const { name, organization, email, phone, message } = input;
  const words = await translatorFor("en");
  const prospectId = await writeProspect(tx, actor, {
    name: organization ?? name,
    department: null,
    source: words("inquiry.source"),
    notes: message,
    stageId: await findFirstStage(tx),
    email,
    phone,
    ownerId: null,
    centerId: center.id,
    nextStep: words("inquiry.nextStep"),
    nextStepOn: dayIn(center.timeZone, now()),
    language,
    inquiryKey: key,
  });
  await addPerson(actor, { prospectId, ...splitName(name), title: null, email, phone }, tx);
  const about = { kind: "prospect", id: prospectId };
  await record(tx, actor, { kind: "prospect.inquired", subject: about, data: { name, center: center.name } });
  const subject = words("inquiry.task", { name: organization ?? name, center: center.name });
  const dueOn = dayIn(center.timeZone, now());
  await createTask(tx, actor, { subject, details: message, about, dueOn, dedupeKey: `inquiry:${prospectId}` });
  if (email) await enqueue(tx, "inquiry.acknowledge", { prospectId });
}
