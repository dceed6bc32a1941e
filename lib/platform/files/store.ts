import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { chmod } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import { disk, filesFolder } from "./disk";
import { safeFileName } from "./file-name";

export type StoredFileFacts = { id: string; name: string; contentType: string; size: number; sha256: string };

/** 144 random bits in two folders: never made of anything a person typed. */
function newKey(): string {
  const random = randomBytes(18).toString("hex");
  return `${random.slice(0, 2)}/${random}`;
}

/**
 * Keeps a file under a random key. The bytes are written before the transaction ends: when it rolls back they are left
 * without a row, unreachable, which is better than a row without bytes.
 */
export async function storeFile(
  tx: Tx,
  { name, contentType, bytes }: { name: string; contentType: string; bytes: Uint8Array },
): Promise<{ id: string; sha256: string }> {
  const key = newKey();
  await (await disk()).put(key, bytes, { contentType });
  // Only the user that runs the app may read it.
  if (!env().S3_BUCKET) await chmod(path.join(filesFolder(), key), 0o600);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const { id } = await tx.storedFile.create({
    data: { key, name: safeFileName(name), contentType, size: bytes.byteLength, sha256, createdAt: now() },
    select: { id: true },
  });
  return { id, sha256 };
}

const FACTS = { id: true, key: true, name: true, contentType: true, size: true, sha256: true } as const;

async function findFile(tx: Tx, id: string) {
  return tx.storedFile.findUnique({ where: { id }, select: FACTS });
}

/** A whole file; null when there is none. Who may have it is for the caller to decide before asking. */
export async function readStoredFile(tx: Tx, id: string): Promise<(StoredFileFacts & { bytes: Uint8Array }) | null> {
  const found = await findFile(tx, id);
  if (!found) return null;
  const { key, ...facts } = found;
  return { ...facts, bytes: await (await disk()).getBytes(key) };
}

/** The same, read piece by piece: for downloads of any size. */
export async function openStoredFile(
  tx: Tx,
  id: string,
): Promise<(StoredFileFacts & { stream: ReadableStream<Uint8Array> }) | null> {
  const found = await findFile(tx, id);
  if (!found) return null;
  const { key, ...facts } = found;
  const stream = Readable.toWeb(await (await disk()).getStream(key)) as ReadableStream<Uint8Array>;
  return { ...facts, stream };
}

/** Removes the row and its bytes; nothing happens when it is already gone. */
export async function deleteStoredFile(tx: Tx, id: string): Promise<void> {
  const found = await findFile(tx, id);
  if (!found) return;
  await tx.storedFile.delete({ where: { id }, select: { id: true } });
  await (await disk()).delete(found.key);
}
