import "server-only";
import type { RecordPaperInput } from "@/lib/features/agreements/schema";
import { newVerificationCode } from "@/lib/features/agreements/verification/rules";
import { findText } from "@/lib/features/agreements/versions/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { whereCentersSeen } from "@/lib/platform/access/centers-seen";
import { now } from "@/lib/platform/clock";
import { dateColumn } from "@/lib/platform/db/columns";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { storeUpload } from "@/lib/platform/files/upload";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { dayIn, toInstant } from "@/lib/values/wall-clock";

const MAX_SCAN_BYTES = 20_000_000;

/**
 * Records that the agreement was signed on paper, with a scan where there is one.
 * @throws {RefusalError} not_found, in_the_future, already_signed, and those of the upload
 */
export async function recordPaperSignature(actor: Actor, input: RecordPaperInput): Promise<void> {
  await inTransaction(async (tx) => {
    const client = await lockClient(tx, actor, input.clientId);
    if (!client) refuse("not_found", "refusals.notFound");
    if (input.signedOn > dayIn(client.timeZone, now()))
      refuse("in_the_future", "agreements.refusals.inTheFuture", { field: "signedOn" });
    await refuseStrangers(tx, input);
    const text = input.versionId ? await findText(input.versionId, tx) : null;
    if (input.versionId && !text) refuse("not_found", "refusals.notFound", { field: "versionId" });
    const scan = await storeScan(tx, input.scan);
    const id = newId();
    await tx.signature.create({
      data: {
        id,
        clientId: input.clientId,
        contactId: input.contactId,
        agreementVersionId: text?.id ?? null,
        method: "PAPER",
        signerName: input.signerName,
        signedAt: toInstant(input.signedOn, "12:00", client.timeZone),
        signedOn: dateColumn(input.signedOn),
        textSha256: text?.textSha256 ?? null,
        scanFileId: scan,
        verificationCode: newVerificationCode(),
      },
      select: { id: true },
    });
    await record(tx, actor, {
      kind: "agreement.paper-recorded",
      subject: { kind: "client", id: input.clientId },
      data: {
        clientName: client.name,
        signerName: input.signerName,
        agreement: text ? `${text.title} (${text.number})` : "",
        signatureId: id,
        signedOn: input.signedOn,
        scanned: scan !== null,
      },
      clientIds: [input.clientId],
    });
  });
}

/** Two people may record the same paper together: the second waits here and is then refused. */
async function lockClient(tx: Tx, actor: Actor, clientId: string): Promise<{ name: string; timeZone: string } | null> {
  await execute(sql`SELECT 1 FROM clients WHERE id = ${clientId}::uuid FOR NO KEY UPDATE`, tx);
  const client = await tx.client.findFirst({
    where: { id: clientId, deletedAt: null, ...whereCentersSeen(actor, "clients") },
    select: { name: true, center: { select: { timeZone: true } } },
  });
  return client && { name: client.name, timeZone: client.center.timeZone };
}

/** The version must not be signed already, and the contact must be one of the client's. */
async function refuseStrangers(tx: Tx, { clientId, contactId, versionId }: RecordPaperInput): Promise<void> {
  const text = versionId ? await findText(versionId, tx) : null;
  const signed = text
    ? await tx.signature.count({ where: { clientId, voidedAt: null, agreementVersion: { number: text.number } } })
    : 0;
  if (signed > 0) refuse("already_signed", "agreements.refusals.versionSigned", { field: "versionId" });
  if (!contactId) return;
  const related = await tx.relationship.count({ where: { clientId, contactId } });
  if (related === 0) refuse("not_found", "refusals.notFound", { field: "contactId" });
}

async function storeScan(tx: Tx, scan: File | undefined): Promise<string | null> {
  if (!scan || scan.size === 0) return null;
  const stored = await storeUpload(tx, scan, {
    allow: ["pdf", "png", "jpg"],
    maxBytes: MAX_SCAN_BYTES,
    field: "scan",
  });
  return stored.id;
}
