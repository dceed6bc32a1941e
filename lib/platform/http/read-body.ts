import { refuse } from "@/lib/platform/refusal";

/**
 * The bytes of a request, counted while they come: what is too much is not kept.
 * @throws {RefusalError} body_too_large, body_incomplete, body_missing
 */
export async function readBody(request: Request, { maxBytes }: { maxBytes: number }): Promise<Uint8Array> {
  const announced = Number(request.headers.get("content-length") ?? Number.NaN);
  const tooLarge = () =>
    refuse("body_too_large", "files.tooLarge", { values: { megabytes: Math.floor(maxBytes / 1e6) } });
  if (announced > maxBytes) tooLarge();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.byteLength;
    if (size > maxBytes) tooLarge();
    pieces.push(piece);
  }
  if (size === 0) refuse("body_missing", "files.missing");
  // A connection that broke, or something in between that lets only the beginning through.
  if (announced > size) refuse("body_incomplete", "imports.refusals.incomplete");
  return Buffer.concat(pieces);
}
