import "server-only";
import { findSignature } from "@/lib/features/agreements/queries";
import { systemLetter } from "@/lib/features/mailings/templates/queries";
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
type SignedCopy = { bytes: Uint8Array; facts: CopyFacts; fileName: string };

/**
 * Makes the copy of an electronic signature and queues its mail, once: of several runs only one writes, and both happen
 * together or not at all.
 */
export async function finishAgreement(signatureId: string): Promise<void> {
  const signed = await readSigned(db, signatureId);
  if (!signed || signed.pdfFileId) return;
  const copy = await makeCopy(signed);
  await inTransaction(async (tx) => {
    await execute(sql`SELECT 1 FROM signatures WHERE id = ${signatureId}::uuid FOR UPDATE`, tx);
    const present = await tx.signature.findUnique({ where: { id: signatureId }, select: { pdfFileId: true } });
    if (!present || present.pdfFileId) return;
    const file = await storeFile(tx, { name: copy.fileName, contentType: "application/pdf", bytes: copy.bytes });
    await tx.signature.update({
      where: { id: signatureId },
      data: { pdfFileId: file.id, pdfSha256: file.sha256 },
      select: { id: true },
    });
    await mailCopy(tx, signed, { ...copy, fileId: file.id });
  });
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
      client: { select: { name: true, number: true, center: { select: { timeZone: true } } } },
      agreementVersion: { select: { title: true, body: true, number: true, language: true, publishedAt: true } },
    },
  });
}

async function makeCopy(signed: Signed): Promise<SignedCopy> {
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
    verifyUrl: new URL(paths.portal.verify(signed.verificationCode), env().APP_ORIGIN).href,
    drawing: drawing?.bytes ?? null,
    text,
  };
  const bytes = await signedCopy(facts, { t, locale: t.locale });
  return { bytes, facts, fileName: `${t("agreements.copy.fileName", { client: client.name })}.pdf` };
}

async function mailCopy(tx: Tx, signed: Signed, { fileId, fileName, facts }: SignedCopy & { fileId: string }) {
  const contact = signed.contact;
  if (!contact?.email) return;
  const { locale } = await translatorFor(contact.language);
  const letter = await systemLetter(tx, {
    key: "agreement-copy",
    language: contact.language,
    values: {
      CONTACT_FIRST_NAME: contact.firstName,
      CLIENT_NAME: facts.clientName,
      AGREEMENT_TITLE: facts.text.title,
      WHEN: formatDateTime(signed.signedAt, { locale, zone: facts.timeZone, showZone: true }),
      VERIFY_CODE: facts.verificationCode,
      LINK: facts.verifyUrl,
    },
  });
  await queueMail(tx, {
    source: `agreement:${signed.id}`,
    to: { email: contact.email, name: signed.signerName },
    priority: MAIL_PRIORITY.single,
    attachments: [{ fileId, filename: fileName, contentType: "application/pdf" }],
    ...letter,
  });
}

/**
 * The copy of a signature as a download: the signed PDF, or the scan of a paper. Made now when its job has not run yet.
 * Reading it is recorded. Null for what the person may not read exactly as for what does not exist.
 */
export async function openSignedCopy(actor: Actor, signatureId: string) {
  const found = await findSignature(actor, signatureId);
  if (!found) return null;
  if (found.method === "ELECTRONIC" && !found.pdfFileId) await finishAgreement(found.id);
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
