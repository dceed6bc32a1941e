import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { changesBetween, type FieldChanges } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import type { Locale } from "@/lib/values/locale";
import type { SystemKey } from "./copy";
import { findSystemLetter, findTemplate, type TemplateRecord } from "./queries";
import { checkedLetter, plainText } from "./rules";
import type { AddTemplateInput, EditTemplateInput, Letter, SystemLetterInput } from "./schema";

const subject = (id: string | null) => ({ kind: "template", id });
const facts = ({ name, recordType, language }: Pick<TemplateRecord, "name" | "recordType" | "language">) => ({
  name,
  recordType,
  language,
});

/** Old and new words of a letter, the body as plain text: what a person can read in the audit. */
function wordsChanged(before: Letter & { name?: string }, after: Letter & { name?: string }): FieldChanges | null {
  const words = ({ name, subject: line, body }: Letter & { name?: string }) => ({
    ...(name === undefined ? {} : { name }),
    subject: line,
    body: plainText(body),
  });
  return changesBetween<Record<string, unknown>>(words(before), words(after));
}

/** Makes a template of one's own for a kind of record (S2-28). Answers its id. */
export async function addTemplate(actor: Actor, input: AddTemplateInput): Promise<string> {
  const letter = checkedLetter(input, input.recordType);
  return inTransaction(async (tx) => {
    const { id } = await tx.emailTemplate.create({ data: letter, select: { id: true } });
    await record(tx, actor, { kind: "template.added", subject: subject(id), data: facts(letter) });
    return id;
  });
}

/** Changes a template; the version names the one the person saw, so that nobody overwrites what they never read. */
export async function editTemplate(actor: Actor, input: EditTemplateInput): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await existing(actor, input.templateId, tx);
    const { templateId: id, version, ...letter } = checkedLetter(input, before.recordType);
    const { count } = await tx.emailTemplate.updateMany({
      where: { id, version },
      data: { ...letter, version: version + 1 },
    });
    if (count === 0) refuse("changed_meanwhile", "refusals.changedMeanwhile");
    const changes = wordsChanged(before, letter) ?? {};
    const data = { ...facts({ ...before, ...letter }), changes };
    await record(tx, actor, { kind: "template.edited", subject: subject(id), data });
  });
}

async function existing(actor: Actor, id: string, tx: Tx): Promise<TemplateRecord> {
  return (await findTemplate(actor, id, tx)) ?? refuse("not_found", "refusals.notFound");
}

/** Takes a template out of the lists to choose from; letters already sent keep what they said. */
export async function archiveTemplate(actor: Actor, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const template = await existing(actor, id, tx);
    await tx.emailTemplate.updateMany({ where: { id, archivedAt: null }, data: { archivedAt: now() } });
    await record(tx, actor, { kind: "template.archived", subject: subject(id), data: facts(template) });
  });
}

export async function restoreTemplate(actor: Actor, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const template = await existing(actor, id, tx);
    await tx.emailTemplate.updateMany({ where: { id }, data: { archivedAt: null } });
    await record(tx, actor, { kind: "template.restored", subject: subject(id), data: facts(template) });
  });
}

/** Writes the words of a letter that the app sends by itself, in one language. */
export async function editSystemLetter(actor: Actor, input: SystemLetterInput): Promise<void> {
  const { key, language } = input;
  const letter = checkedLetter({ subject: input.subject, body: input.body }, key);
  await inTransaction(async (tx) => {
    const before = await findSystemLetter(tx, key, { language });
    await tx.emailTemplate.upsert({
      where: { systemKey_language: { systemKey: key, language } },
      create: { ...letter, systemKey: key, language, recordType: "system", name: key },
      update: { ...letter, version: { increment: 1 } },
    });
    const data = { key, language, changes: wordsChanged(before, letter) ?? {} };
    await record(tx, actor, { kind: "system-letter.edited", subject: subject(null), data });
  });
}

/** Goes back to the words that the app comes with. */
export async function resetSystemLetter(
  actor: Actor,
  { key, language }: { key: SystemKey; language: Locale },
): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.emailTemplate.deleteMany({ where: { systemKey: key, language } });
    if (count === 0) return;
    await record(tx, actor, { kind: "system-letter.reset", subject: subject(null), data: { key, language } });
  });
}
