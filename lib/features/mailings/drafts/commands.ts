import "server-only";
import type { ClientSelection } from "@/lib/features/clients/schema";
import { findTemplate } from "@/lib/features/templates/queries";
import { checkedLetter, emptyBody, withChips } from "@/lib/features/templates/rules";
import type { Letter } from "@/lib/features/templates/schema";
import type { AccountActor, Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { isoOf } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import type { MailingRecord } from "../queries";
import { buildRecipients, changeExcluded, findChosenClients } from "../recipients/commands";
import { findGaps } from "../reviews/queries";
import { choosesNobody, selectionOf } from "../rules";
import type {
  ChooseRecipientsInput,
  KeepLetterInput,
  MailingInput,
  SelectionFields,
  WriteLetterInput,
} from "../schema";
import { lockDraft } from "./queries";

const BUILD_TIMEOUT_MS = 120_000;

function asAccount(actor: Actor): AccountActor {
  return actor.kind === "account" ? actor : refuse("not_permitted", "refusals.notPermitted");
}

type NewDraft = { selection: ClientSelection; templateId: string | null; editor: string | null } & Letter;

async function addDraft(
  tx: Tx,
  actor: Actor,
  { selection, templateId, editor, subject, body }: NewDraft,
): Promise<string> {
  if (choosesNobody(selection)) refuse("nobody_chosen", "mailings.refusals.nobodyChosen");
  const template = templateId ? await findTemplate(actor, templateId, tx) : null;
  const { id } = await tx.mailing.create({
    data: {
      senderId: asAccount(actor).accountId,
      selection,
      templateId: template?.id ?? null,
      language: template?.language ?? actor.language,
      subject,
      body,
      editor,
      createdAt: now(),
    },
    select: { id: true },
  });
  return id;
}

/** Keeps a choice of clients, however large, as a mailing that has no letter yet. */
export async function startMailing(actor: Actor, input: SelectionFields): Promise<{ mailingId: string }> {
  const selection = selectionOf(input);
  const mailingId = await inTransaction((tx) =>
    addDraft(tx, actor, { selection, templateId: null, editor: null, subject: "", body: emptyBody() }),
  );
  return { mailingId };
}

export type KeptLetter = { mailingId: string; version: number; savedAt: string };

/**
 * Keeps what has been written so far; the first time it makes the mailing.
 * @throws {RefusalError} changed_meanwhile: another open page kept another text since this one was opened.
 */
export async function keepLetter(actor: Actor, input: KeepLetterInput): Promise<KeptLetter> {
  return saveLetter(actor, input, { subject: input.subject ?? "", body: withChips(input.body) });
}

/**
 * Keeps a letter: as a draft whatever it says, or ready to go on with, when every variable in it must exist.
 * @throws {RefusalError} unknown_variable, changed_meanwhile
 */
export async function writeLetter(actor: Actor, input: WriteLetterInput): Promise<KeptLetter> {
  if (input.intent === "draft") return keepLetter(actor, input);
  return saveLetter(actor, input, checkedLetter({ subject: input.subject ?? "", body: input.body }, "client"));
}

async function saveLetter(actor: Actor, input: KeepLetterInput, letter: Letter): Promise<KeptLetter> {
  const { mailingId, templateId, version, editor } = input;
  return inTransaction(async (tx) => {
    const savedAt = isoOf(now());
    if (!mailingId) {
      const id = await addDraft(tx, actor, { ...letter, templateId, editor, selection: selectionOf(input) });
      return { mailingId: id, version: 1, savedAt };
    }
    const mailing = await lockDraft(tx, actor, { mailingId });
    // A page that saves while its last save is still on the way is behind itself, not behind somebody else.
    if (mailing.version !== version && mailing.editor !== editor)
      refuse("changed_meanwhile", "refusals.changedMeanwhile");
    const template = templateId && templateId !== mailing.templateId ? await findTemplate(actor, templateId, tx) : null;
    const changed = template ? { templateId: template.id, language: template.language } : {};
    const next = mailing.version + 1;
    await tx.mailing.update({
      where: { id: mailingId },
      data: { ...letter, ...changed, editor, version: next },
      select: { id: true },
    });
    return { mailingId, version: next, savedAt };
  });
}

/** Says who of each client gets the letter, and works out who that is. */
export async function chooseRecipients(actor: Actor, input: ChooseRecipientsInput): Promise<void> {
  const { mailingId, audience, practitioner, contactName, contactEmail, contactPhone } = input;
  const administrativeContact =
    practitioner !== "own" && contactName && contactEmail
      ? { name: contactName, email: contactEmail, phone: contactPhone, for: practitioner }
      : null;
  const chosen = await findChosenClients(actor, mailingId);
  await inTransaction(
    async (tx) => {
      const mailing = await lockDraft(tx, actor, { mailingId });
      const kept = administrativeContact && JSON.stringify(administrativeContact);
      await execute(
        sql`update mailings set audience = ${audience}, administrative_contact = ${kept}::jsonb where id = ${mailingId}::uuid`,
        tx,
      );
      await buildRecipients(tx, { ...mailing, audience, administrativeContact }, chosen);
    },
    { timeoutMs: BUILD_TIMEOUT_MS },
  );
}

/** Somebody left out may make room for who shares their address; so often at most that is looked at again. */
const MOST_ROUNDS = 10;

/** Unticks everybody whose letter would have no practitioner to name. */
export async function excludeGaps(actor: Actor, { mailingId }: MailingInput): Promise<void> {
  let found = 1;
  for (let round = 0; found > 0 && round < MOST_ROUNDS; round += 1) {
    await changeExcluded(actor, mailingId, async (tx, excluded) => {
      const people = await contactsInGaps(tx, await lockDraft(tx, actor, { mailingId }));
      found = people.length;
      return [...new Set([...excluded, ...people])];
    });
  }
}

async function contactsInGaps(tx: Tx, mailing: MailingRecord): Promise<string[]> {
  const { condition } = await findGaps(mailing, tx);
  const found = await rows<{ contactId: string }>(
    sql`select r.contact_id as "contactId" from mailing_recipients r join clients c on c.id = r.client_id
      where r.mailing_id = ${mailing.id}::uuid and r.state = 'READY' and r.contact_id is not null and ${condition}`,
    tx,
  );
  return found.map(({ contactId }) => contactId);
}

/** Throws a mailing away that was never sent. */
export async function discardMailing(actor: Actor, { mailingId }: MailingInput): Promise<void> {
  await inTransaction(async (tx) => {
    const { subject } = await lockDraft(tx, actor, { mailingId });
    await record(tx, actor, {
      kind: "mailing.discarded",
      subject: { kind: "mailing", id: mailingId },
      data: { subject },
    });
    await tx.mailing.delete({ where: { id: mailingId }, select: { id: true } });
  });
}
