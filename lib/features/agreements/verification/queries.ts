import "server-only";
import { createHash } from "node:crypto";
import { textFingerprint } from "@/lib/features/agreements/rules";
import type { Actor } from "@/lib/platform/access/actor";
import { localDateOf } from "@/lib/platform/db/columns";
import { db } from "@/lib/platform/db/db";
import { readStoredFile } from "@/lib/platform/files/store";
import { countAttempt } from "@/lib/platform/rate-limit";
import { RefusalError } from "@/lib/platform/refusal";
import { verificationCodeOf } from "./rules";
import type { Verification } from "./schema";

const ATTEMPTS = { limit: 60, windowSeconds: 600 };

/** What a code proves. Tries are counted by address, so that codes cannot be searched for. */
export async function verifySignature(actor: Actor, typed: string): Promise<Verification> {
  if (!(await mayTry(actor))) return { outcome: "too_many" };
  // What was taken over from an old system may have a code of another form.
  const code = verificationCodeOf(typed) ?? typed.trim();
  const found = await readSignature(code);
  if (!found) return { outcome: "unknown" };
  const { client, agreementVersion, pdfFileId, pdfSha256, signedOn, voidedAt, ...signature } = found;
  const text = agreementVersion && textFingerprint(agreementVersion);
  const textKept = signature.textSha256 === null || text === signature.textSha256;
  return {
    outcome: "found",
    code,
    clientName: client.name,
    timeZone: client.center.timeZone,
    version: agreementVersion && { number: agreementVersion.number, title: agreementVersion.title },
    signedOn: localDateOf(signedOn),
    voided: voidedAt !== null,
    pdfSha256,
    copy: pdfFileId && pdfSha256 ? await copyState(pdfFileId, textKept ? pdfSha256 : "") : "none",
    ...signature,
  };
}

async function mayTry(actor: Actor): Promise<boolean> {
  try {
    await countAttempt(`verify:${actor.ip ?? "unknown"}`, ATTEMPTS);
    return true;
  } catch (error) {
    if (error instanceof RefusalError) return false;
    throw error;
  }
}

function readSignature(verificationCode: string) {
  return db.signature.findUnique({
    where: { verificationCode },
    select: {
      method: true,
      signerName: true,
      signedAt: true,
      signedOn: true,
      textSha256: true,
      pdfFileId: true,
      pdfSha256: true,
      voidedAt: true,
      client: { select: { name: true, center: { select: { timeZone: true } } } },
      agreementVersion: { select: { number: true, title: true, body: true, language: true } },
    },
  });
}

/** Reads the stored bytes anew: what the database says of them proves nothing about the file. */
async function copyState(fileId: string, expected: string): Promise<"intact" | "changed"> {
  const file = await readStoredFile(db, fileId).catch(() => null);
  if (!file) return "changed";
  return createHash("sha256").update(file.bytes).digest("hex") === expected ? "intact" : "changed";
}
