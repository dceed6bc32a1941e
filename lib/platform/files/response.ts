import "server-only";
import { contentDisposition } from "./file-name";

type Sendable = { name: string; contentType: string; size: number } & (
  | { bytes: Uint8Array }
  | { stream: ReadableStream<Uint8Array> }
);

/**
 * A stored file as an answer (FI-04): a download by default, never run by the browser, never kept by a cache. The
 * caller has checked that the person may have it.
 */
export function fileResponse(file: Sendable, { inline = false } = {}): Response {
  const body = "bytes" in file ? new Uint8Array(file.bytes) : file.stream;
  return new Response(body, {
    headers: {
      "content-type": file.contentType,
      "content-length": String(file.size),
      "content-disposition": contentDisposition(file.name, { inline }),
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
    },
  });
}
