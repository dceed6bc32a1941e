import type { Encoding } from "@/lib/features/imports/files/schema";

/** What the bytes of a whole file look like; feed it every chunk in order, then ask for the verdict. */
export type EncodingVerdict =
  | { ok: true; encoding: Encoding }
  | { ok: false; code: "mixed_encodings"; row: number }
  | { ok: false; code: "not_text" };

const SIGNATURES_OF_OTHER_FILES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x1f, 0x8b],
];

/** The lowest and highest second byte after these first bytes (Unicode 15, table 3-7); 0x80 to 0xbf after all others. */
const SECOND_BYTES: Record<number, [number, number]> = {
  224: [0xa0, 0xbf],
  237: [0x80, 0x9f],
  240: [0x90, 0xbf],
  244: [0x80, 0x8f],
};

/** Counts the well-formed and ill-formed sequences beyond ASCII, over chunks that may end inside of one. */
function sequenceCounter() {
  const count = { wellFormed: 0, illFormed: 0, firstIllRow: 0 };
  let expected = 0;
  let range: [number, number] = [0x80, 0xbf];

  function noteIllFormed(row: number) {
    count.illFormed += 1;
    if (count.firstIllRow === 0) count.firstIllRow = row;
    expected = 0;
  }

  return {
    count,
    isInside: () => expected > 0,
    feed(byte: number, row: number) {
      if (expected > 0 && byte >= range[0] && byte <= range[1]) {
        expected -= 1;
        range = [0x80, 0xbf];
        if (expected === 0) count.wellFormed += 1;
        return;
      }
      if (expected > 0) noteIllFormed(row);
      if (byte < 0x80) return;
      if (byte < 0xc2 || byte > 0xf4) return noteIllFormed(row);
      expected = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
      range = SECOND_BYTES[byte] ?? [0x80, 0xbf];
    },
  };
}

/**
 * Watches the bytes go by. UTF-8 is told from Windows-1252 by the whole file, not its first page: one ill-formed byte
 * in row 40,000 decides. Both well-formed and ill-formed sequences in numbers mean two files pasted together.
 */
export function encodingDetective() {
  const head: number[] = [];
  const sequences = sequenceCounter();
  let bytes = 0;
  let row = 1;
  let evenZeros = 0;
  let oddZeros = 0;

  return {
    feed(chunk: Uint8Array) {
      for (let index = 0; head.length < 4 && index < chunk.length; index++) head.push(chunk[index] ?? 0);
      let inside = sequences.isInside();
      for (let index = 0; index < chunk.length; index++) {
        const byte = chunk[index] ?? 0;
        if (byte >= 0x80 || inside) {
          sequences.feed(byte, row);
          inside = sequences.isInside();
        }
        if (byte === 0x0a) row += 1;
        else if (byte === 0 && (bytes + index) % 2 === 0) evenZeros += 1;
        else if (byte === 0) oddZeros += 1;
      }
      bytes += chunk.length;
    },
    bytes: () => bytes,
    verdict(): EncodingVerdict {
      if (SIGNATURES_OF_OTHER_FILES.some((signature) => signature.every((byte, index) => head[index] === byte))) {
        return { ok: false, code: "not_text" };
      }
      const [first, second, third] = head;
      if (first === 0xff && second === 0xfe) return { ok: true, encoding: "utf-16le" };
      if (first === 0xfe && second === 0xff) return { ok: true, encoding: "utf-16be" };
      if (evenZeros + oddZeros > bytes * 0.2) return sixteenBit(evenZeros, oddZeros);
      const marks = first === 0xef && second === 0xbb && third === 0xbf ? 1 : 0;
      const { wellFormed, illFormed, firstIllRow } = sequences.count;
      return eightBit(wellFormed - marks, illFormed + (sequences.isInside() ? 1 : 0), firstIllRow);
    },
  };
}

/** Without a mark: text in Western scripts has its zero bytes second (little endian) or first (big endian). */
function sixteenBit(first: number, second: number): EncodingVerdict {
  if (second > first * 4) return { ok: true, encoding: "utf-16le" };
  if (first > second * 4) return { ok: true, encoding: "utf-16be" };
  return { ok: false, code: "not_text" };
}

/** In Windows-1252 text a symbol right after an accented capital looks like UTF-8 now and then; 1 in 20 is chance. */
function eightBit(wellFormed: number, illFormed: number, row: number): EncodingVerdict {
  if (illFormed === 0) return { ok: true, encoding: "utf-8" };
  if (wellFormed * 20 < illFormed) return { ok: true, encoding: "windows-1252" };
  return { ok: false, code: "mixed_encodings", row: Math.max(1, row) };
}

/** Text of the chunks in order, without the byte order mark, every line end turned into LF. */
export async function* decodeLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let carry = "";
  for await (const chunk of chunks) {
    const text = carry + decoder.decode(chunk, { stream: true });
    // A CR at the very end may be the first half of CRLF.
    carry = text.endsWith("\r") ? "\r" : "";
    yield (carry ? text.slice(0, -1) : text).replace(/\r\n?/g, "\n");
  }
  yield (carry + decoder.decode()).replace(/\r\n?/g, "\n");
}
