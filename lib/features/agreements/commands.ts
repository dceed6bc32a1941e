import "server-only";
import type { Actor, ContactActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { dateColumn } from "@/lib/platform/db/columns";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { storeFile } from "@/lib/platform/files/store";
import { record } from "@/lib/platform/history/record";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { dayIn } from "@/lib/values/wall-clock";
import { drawingOf } from "./drawings/rules";
import { isOwnName } from "./rules";
import type { AgreementText, SignAgreementInput } from "./schema";
import { newVerificationCode } from "./verification/rules";
import { findCurrentText } from "./versions/queries";

type Signing = { clientId: string; centerId: string; clientName: string; timeZone: string; maySign: boolean };

/**
 * Signs the agreement for a client, in the signer's own name, bound to the text that was shown. Of any number of
 * presses for one client and version, one signs; the copy is made and mailed by a job of the same transaction.
 * @throws {RefusalError} not_found, not_entitled, not_own_name, drawing_unreadable, text_changed, already_signed
 * @returns the signature's id.
 */
export async function signAgreement(
  actor: Actor,
  input: SignAgreementInput & { userAgent: string | null },
): Promise<string> {
  if (actor.kind !== "contact") refuse("not_permitted", "refusals.notPermitted");
  const drawing = input.drawing ? drawingOf(input.drawing) : null;
  if (input.drawing && !drawing)
    refuse("drawing_unreadable", "agreements.refusals.drawingUnreadable", { field: "drawing" });
  if (!isOwnName(input.signerName, actor.name))
    refuse("not_own_name", "agreements.refusals.notOwnName", { field: "signerName", values: { name: actor.name } });
  return inTransaction(async (tx) => {
    const client = await lockForSigning(tx, actor, input.clientId);
    if (!client) refuse("not_found", "refusals.notFound");
    if (!client.maySign) refuse("not_entitled", "agreements.refusals.notEntitled");
    const text = await findCurrentText({ language: actor.language, centerId: client.centerId }, tx);
    if (text?.id !== input.versionId || text.textSha256 !== input.readText)
      refuse("text_changed", "agreements.refusals.textChanged");
    await refuseSecondSignature(tx, client);
    return writeSignature(tx, actor, { client, text, drawing, input });
  });
}

/** Holds the client's row until the end, and decides who may sign as things stand now; null for a stranger's client. */
async function lockForSigning(tx: Tx, actor: ContactActor, clientId: string): Promise<Signing | null> {
  const [found] = await rows<Signing>(
    sql`SELECT c.id AS "clientId", c.center_id AS "centerId", c.name AS "clientName", ce.time_zone AS "timeZone",
        (r.is_owner OR r.is_primary OR r.is_guardian) AS "maySign"
      FROM clients c
      JOIN client_statuses cs ON cs.id = c.status_id AND cs.standing = 'ACTIVE'
      JOIN centers ce ON ce.id = c.center_id
      JOIN relationships r ON r.client_id = c.id AND r.contact_id = ${actor.contactId}::uuid
      WHERE c.id = ${clientId}::uuid AND c.deleted_at IS NULL
        AND (r.valid_from IS NULL OR r.valid_from <= (${now()}::timestamptz AT TIME ZONE ce.time_zone)::date)
        AND (r.valid_to IS NULL OR r.valid_to >= (${now()}::timestamptz AT TIME ZONE ce.time_zone)::date)
      FOR NO KEY UPDATE OF c`,
    tx,
  );
  return found ?? null;
}

/** The row lock lets one in at a time; languages of one number are one version, and other words for it need no second. */
async function refuseSecondSignature(tx: Tx, { clientId, centerId }: Signing): Promise<void> {
  const present = await rows(
    sql`select 1 as one from signatures g join agreement_versions v on v.id = g.agreement_version_id
      where g.client_id = ${clientId}::uuid and g.voided_at is null
        and v.number = any(agreement_numbers_in_force(${centerId}::uuid)) limit 1`,
    tx,
  );
  if (present.length > 0) refuse("already_signed", "agreements.refusals.alreadySigned");
}

type ToWrite = {
  client: Signing;
  text: AgreementText;
  drawing: Uint8Array | null;
  input: SignAgreementInput & { userAgent: string | null };
};

async function writeSignature(tx: Tx, actor: ContactActor, { client, text, drawing, input }: ToWrite): Promise<string> {
  const id = newId();
  const signedAt = now();
  const picture = drawing && (await storeFile(tx, { name: "signature.png", contentType: "image/png", bytes: drawing }));
  await tx.signature.create({
    data: {
      id,
      clientId: client.clientId,
      contactId: actor.contactId,
      agreementVersionId: text.id,
      method: "ELECTRONIC",
      signerName: input.signerName,
      signedAt,
      signedOn: dateColumn(dayIn(client.timeZone, signedAt)),
      textSha256: text.textSha256,
      drawingFileId: picture?.id ?? null,
      ip: actor.ip,
      userAgent: input.userAgent?.slice(0, 400) ?? null,
      verificationCode: newVerificationCode(),
    },
    select: { id: true },
  });
  await record(tx, actor, {
    kind: "agreement.signed",
    subject: { kind: "client", id: client.clientId },
    data: {
      clientName: client.clientName,
      signerName: input.signerName,
      agreement: `${text.title} (${text.number})`,
      signatureId: id,
      textSha256: text.textSha256,
    },
    clientIds: [client.clientId],
  });
  await enqueue(tx, "agreement.finish", { signatureId: id });
  return id;
}
