import "server-only";
import { fileTypeFromBuffer } from "file-type";
import type { Tx } from "@/lib/platform/db/db";
import { refuse } from "@/lib/platform/refusal";
import { hasUnstorable, isMarkup } from "@/lib/values/text";
import { safeFileName } from "./file-name";
import { pixelsOf } from "./picture-size";
import { storeFile } from "./store";
import { withoutLocation } from "./without-location";

/** Kinds of files that people may hand in, with the one content type each is given out as again. */
const KINDS = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
  txt: "text/plain",
} as const;

export type UploadKind = keyof typeof KINDS;

const ENDINGS: Record<string, UploadKind> = { jpeg: "jpg", text: "txt", tsv: "csv" };

const MEGABYTE = 1024 * 1024;
const MAX_UNPACKED = 200 * MEGABYTE;
const MAX_ENTRIES = 1000;
const MAX_PIXELS = 40_000_000;

function kindByName(name: string): UploadKind | null {
  const ending = (name.split(".").at(-1) ?? "").toLowerCase();
  const kind = ENDINGS[ending] ?? ending;
  return kind in KINDS ? (kind as UploadKind) : null;
}

function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !hasUnstorable(text) && !isMarkup(text);
  } catch {
    // Old systems export in Windows-1252; a text is what has no NUL and is not mostly control characters.
    return !bytes.includes(0);
  }
}

/** Whether the content is what the name says, by its first bytes and not by the word of the browser. */
async function isReally(kind: UploadKind, bytes: Uint8Array): Promise<boolean> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (kind === "csv" || kind === "txt") return found === undefined && isPlainText(bytes);
  if (found?.ext !== kind) return false;
  return kind === "docx" || kind === "xlsx" ? isHarmlessArchive(bytes) : true;
}

/** Reads the list at a zip's end without unpacking: a bomb or a macro is seen by what it declares (FI-01, FI-02). */
export function isHarmlessArchive(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let unpacked = 0;
  let entries = 0;
  for (let at = view.indexOf("PK\x01\x02"); at >= 0 && at + 46 <= view.length; ) {
    const packedSize = view.readUInt32LE(at + 20);
    const size = view.readUInt32LE(at + 24);
    const nameLength = view.readUInt16LE(at + 28);
    const name = view.toString("latin1", at + 46, at + 46 + nameLength);
    unpacked += size;
    entries += 1;
    if (/vbaProject|\.bin$|\.exe$|activeX/i.test(name) && !/printerSettings/i.test(name)) return false;
    if (size === 0xffffffff || (size > MEGABYTE && size > packedSize * 100)) return false;
    if (unpacked > MAX_UNPACKED || entries > MAX_ENTRIES) return false;
    at = view.indexOf("PK\x01\x02", at + 46 + nameLength);
  }
  return entries > 0;
}

/** A picture is refused by what its header declares, before anything unpacks it (FI-02). */
function holdPixels(kind: "png" | "jpg", bytes: Uint8Array, { allow, field }: { allow: string; field: string }) {
  const pixels = pixelsOf(kind, bytes);
  if (pixels === null) refuse("file_kind", "files.kind", { field, values: { allowed: allow } });
  if (pixels > MAX_PIXELS) {
    const values = { megapixels: Math.ceil(pixels / 1_000_000), max: MAX_PIXELS / 1_000_000 };
    refuse("picture_too_large", "files.tooManyPixels", { field, values });
  }
}

type Options = { allow: readonly UploadKind[]; maxBytes?: number; field?: string };
export type CheckedUpload = { name: string; kind: UploadKind; contentType: string; bytes: Uint8Array };

/**
 * The checker of everything that people hand in: what it may be called, how large it may be and whether its content is
 * what its name says (FI-01, FI-02). Pictures come out without the place where they were taken (FI-05).
 * @throws {RefusalError} file_missing, file_too_large, file_kind, picture_too_large
 */
export async function checkUpload(
  handed: { name: string; bytes: Uint8Array },
  { allow, maxBytes = 20 * MEGABYTE, field = "file" }: Options,
): Promise<CheckedUpload> {
  const { bytes } = handed;
  if (bytes.byteLength === 0) refuse("file_missing", "files.missing", { field });
  if (bytes.byteLength > maxBytes) refuseTooLarge(maxBytes, field);
  const name = safeFileName(handed.name);
  const kind = kindByName(name);
  if (!kind || !allow.includes(kind) || !(await isReally(kind, bytes)))
    refuse("file_kind", "files.kind", { field, values: { allowed: allow.join(", ") } });
  const contentType = KINDS[kind];
  if (kind !== "png" && kind !== "jpg") return { name, kind, contentType, bytes };
  holdPixels(kind, bytes, { allow: allow.join(", "), field });
  return { name, kind, contentType, bytes: withoutLocation(kind, bytes) };
}

function refuseTooLarge(maxBytes: number, field: string): never {
  refuse("file_too_large", "files.tooLarge", { field, values: { megabytes: Math.floor(maxBytes / MEGABYTE) } });
}

/**
 * Keeps a file that a person handed in with a form, under the type that its content proves.
 * @throws {RefusalError} those of `checkUpload`
 */
export async function storeUpload(
  tx: Tx,
  file: File,
  options: Options,
): Promise<{ id: string; sha256: string; name: string; contentType: string; size: number }> {
  const { maxBytes = 20 * MEGABYTE, field = "file" } = options;
  if (file.size > maxBytes) refuseTooLarge(maxBytes, field);
  const handed = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  const { name, contentType, bytes } = await checkUpload(handed, options);
  const stored = await storeFile(tx, { name, contentType, bytes });
  return { ...stored, name, contentType, size: bytes.byteLength };
}
