import "server-only";
import { findSignature } from "@/lib/features/agreements/queries";
import { findSettingIn } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/platform/access/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { env } from "@/lib/platform/env";
import { openStoredFile, readStoredFile, storeFile } from "@/lib/platform/files/store";
import { record } from "@/lib/platform/history/record";
import { translatorFor } from "@/lib/platform/i18n/translate";
import { MAIL_PRIORITY, queueMail } from "@/lib/platform/mail/queue";
import { formatDateTime } from "@/lib/values/format";
import { sql } from "@/lib/values/sql";
import { type CopyFacts, signedCopy } from "./rules";

type Signed = NonNullable<Awaited<ReturnType<typeof readSigned>>>;

/** The letters' own feature, handed in where jobs are put together: it stands on a higher rung. */
export type WriteLetter = (
  tx: Tx,
  letter: { key: "agreement-copy"; language: string; values: Record<string, string>; centerId: string },
) => Promise<{ subject: string; html: string; text: string; replyTo: string | null }>;

/** Makes the copy of an electronic signature, once: of several runs only one writes. */
export async function makeCopy(signatureId: string): Promise<void> {
  const signed = await readSigned(db, signatureId);
  if (!signed || signed.pdfFileId) return;
  const bytes = await drawCopy(signed);
  const name = await fileNameOf(signed);
  await inTransaction(async (tx) => {
    await execute(sql`SELECT 1 FROM signatures WHERE id = ${signatureId}::uuid FOR UPDATE`, tx);
    const present = await tx.signature.findUnique({ where: { id: signatureId }, select: { pdfFileId: true } });
    if (!present || present.pdfFileId) return;
    const file = await storeFile(tx, { name, contentType: "application/pdf", bytes });
    await tx.signature.update({
      where: { id: signatureId },
      data: { pdfFileId: file.id, pdfSha256: file.sha256 },
      select: { id: true },
    });
  });
}

/** Queues the signer's mail with the copy, once: the outbox takes one mail of each signature. */
export async function mailCopy(signatureId: string, writeLetter: WriteLetter): Promise<void> {
  const signed = await readSigned(db, signatureId);
  const email = signed?.contact?.email;
  if (!signed?.contact || !signed.pdfFileId || !email) return;
  const { language } = signed.contact;
  const values = await letterValues(signed, language);
  const attachment = { fileId: signed.pdfFileId, filename: await fileNameOf(signed), contentType: "application/pdf" };
  await inTransaction(async (tx) => {
    const letter = await writeLetter(tx, { key: "agreement-copy", language, values, centerId: signed.client.centerId });
    await queueMail(tx, {
      source: `agreement:${signed.id}`,
      to: { email, name: signed.signerName },
      priority: MAIL_PRIORITY.single,
      attachments: [attachment],
      ...letter,
    });
  });
}

async function letterValues(signed: Signed, language: string): Promise<Record<string, string>> {
  const { locale } = await translatorFor(language);
  return {
    CONTACT_FIRST_NAME: signed.contact?.firstName ?? signed.signerName,
    CLIENT_NAME: signed.client.name,
    AGREEMENT_TITLE: signed.agreementVersion?.title ?? "",
    WHEN: formatDateTime(signed.signedAt, { locale, zone: signed.client.center.timeZone, showZone: true }),
    VERIFY_CODE: signed.verificationCode,
    LINK: verifyUrl(signed.verificationCode),
  };
}

const verifyUrl = (code: string) => new URL(paths.portal.verify(code), env().APP_ORIGIN).href;

async function fileNameOf({ contact, client }: Signed): Promise<string> {
  const t = await translatorFor(contact?.language ?? client.language);
  return `${t("agreements.copy.fileName", { client: client.name })}.pdf`;
}

function readSigned(tx: Tx, id: string) {
  return tx.signature.findFirst({
    where: { id, method: "ELECTRONIC" },
    select: {
      id: true,
      signerName: true,
      signedAt: true,
      ip: true,
      userAgent: true,
      textSha256: true,
      verificationCode: true,
      drawingFileId: true,
      pdfFileId: true,
      contact: { select: { firstName: true, email: true, language: true } },
      client: {
        select: { name: true, number: true, language: true, centerId: true, center: { select: { timeZone: true } } },
      },
      agreementVersion: { select: { title: true, body: true, number: true, language: true, publishedAt: true } },
    },
  });
}

async function drawCopy(signed: Signed): Promise<Uint8Array> {
  const { agreementVersion: text, client, contact } = signed;
  if (!text) throw new Error(`signature ${signed.id} names no text`);
  const t = await translatorFor(contact?.language ?? text.language);
  const organization = await findSettingIn(db, "organization");
  const drawing = signed.drawingFileId ? await readStoredFile(db, signed.drawingFileId) : null;
  const facts: CopyFacts = {
    organizationName: organization.name,
    clientName: client.name,
    clientNumber: client.number,
    signerName: signed.signerName,
    signerEmail: contact?.email ?? null,
    signedAt: signed.signedAt,
    timeZone: client.center.timeZone,
    ip: signed.ip,
    userAgent: signed.userAgent,
    textSha256: signed.textSha256 ?? "",
    verificationCode: signed.verificationCode,
    verifyUrl: verifyUrl(signed.verificationCode),
    drawing: drawing?.bytes ?? null,
    text,
  };
  return signedCopy(facts, { t, locale: t.locale });
}

/**
 * The copy of a signature as a download: the signed PDF, or the scan of a paper. Made now when its job has not run yet.
 * Reading it is recorded. Null for what the person may not read exactly as for what does not exist.
 */
export async function openSignedCopy(actor: Actor, signatureId: string) {
  const found = await findSignature(actor, signatureId);
  if (!found) return null;
  if (found.method === "ELECTRONIC" && !found.pdfFileId) await makeCopy(found.id);
  const signature = await findSignature(actor, signatureId);
  const fileId = signature?.pdfFileId ?? signature?.scanFileId;
  if (!fileId) return null;
  const file = await openStoredFile(db, fileId);
  if (!file) return null;
  await inTransaction((tx) =>
    record(tx, actor, {
      kind: "agreement.copy-read",
      subject: { kind: "client", id: found.clientId },
      data: { signatureId, clientName: found.client.name },
    }),
  );
  return file;
}
