import "server-only";
import { countSelection } from "@/lib/features/clients/queries";
import type { ClientSelection } from "@/lib/features/clients/schema";
import { clientsWhere } from "@/lib/features/clients/scope";
import { findSetting } from "@/lib/features/settings/queries";
import { findTemplate, listTemplatesFor } from "@/lib/features/templates/queries";
import { emptyBody } from "@/lib/features/templates/rules";
import type { Letter } from "@/lib/features/templates/schema";
import { findLetterWords, listVariables } from "@/lib/features/templates/variables/queries";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/platform/access/actor";
import { db, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { RefusalError, refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import { findMailing, type MailingRecord } from "../queries";
import { choosesNobody, onlyClient } from "../rules";

/**
 * A mailing nobody else can move until this transaction ends. Every change of its status comes through here, so that
 * of people who press at once one gets through and the others learn what came of it.
 * @throws {RefusalError} not_found
 */
export async function lockMailing(tx: Tx, actor: Actor, { mailingId }: { mailingId: string }): Promise<MailingRecord> {
  await execute(sql`select 1 from mailings where id = ${mailingId}::uuid for no key update`, tx);
  return (await findMailing(actor, mailingId, tx)) ?? refuse("not_found", "refusals.notFound");
}

/**
 * `lockMailing` for what can be done only while nothing was sent.
 * @throws {RefusalError} not_found, not_a_draft
 */
export async function lockDraft(tx: Tx, actor: Actor, { mailingId }: { mailingId: string }): Promise<MailingRecord> {
  const mailing = await lockMailing(tx, actor, { mailingId });
  if (mailing.status !== "DRAFT") refuse("not_a_draft", "mailings.refusals.notADraft");
  return mailing;
}

/** How many clients a choice means and, where it is one alone, its name; null when nobody is or can be chosen. */
export type Chosen = { count: number; onlyClient: string | null };

export async function findChosen(actor: Actor, selection: ClientSelection): Promise<Chosen | null> {
  if (choosesNobody(selection)) return null;
  try {
    const count = await countSelection(actor, selection);
    const only = onlyClient(selection);
    const client = only && (await db.client.findFirst({ where: { AND: [{ id: only }, clientsWhere(actor)] } }));
    return count === 0 ? null : { count, onlyClient: client ? client.name : null };
  } catch (error) {
    // A filter that cannot be read chooses nobody, never everybody.
    if (error instanceof RefusalError) return null;
    throw error;
  }
}

type Written = Letter & { templateId: string | null };

/** The letter to begin the first step with: a template that was picked, or what was written so far. */
export async function findLetterToWrite(
  actor: Actor,
  { written, template }: { written: Written | null; template: string | undefined },
): Promise<Written> {
  const picked = template && template !== "none" ? await findTemplate(actor, template) : null;
  if (picked) return { subject: picked.subject, body: picked.body, templateId: picked.id };
  const before = written ?? { subject: "", body: emptyBody(), templateId: null };
  return template === "none" ? { ...before, templateId: null } : before;
}

const STEPS = {
  write: paths.staff.mailingLetter,
  review: paths.staff.mailingReview,
} as const;

/** Where a draft is gone on with: at its words, until it was reviewed once. */
export function draftAddress(mailing: Pick<MailingRecord, "id" | "recipientsAt">): string {
  return STEPS[mailing.recipientsAt === null ? "write" : "review"](mailing.id);
}

/** What the first step offers: templates to begin with, variables to put in. */
export async function findLetterOffer(actor: Actor) {
  const [templates, variables, words, { timeZone }] = await Promise.all([
    listTemplatesFor(actor, "client"),
    listVariables("client"),
    findLetterWords(),
    findSetting("organization"),
  ]);
  return { templates, variables, words, zone: timeZone };
}

/** How far its steps can be walked. */
export function reachedStep(mailing: Pick<MailingRecord, "subject" | "recipientsAt"> | null) {
  if (!mailing || mailing.subject === "") return "write";
  return mailing.recipientsAt === null ? "recipients" : "review";
}
