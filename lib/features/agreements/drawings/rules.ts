import { inflateSync } from "node:zlib";

const PREFIX = "data:image/png;base64,";
const SIGNATURE = "89504e470d0a1a0a";
const MAX_BYTES = 500_000;
const MAX_SIDE = 3_000;
/** What canvases make: 8 bits, RGB or RGBA, not interlaced. */
const BYTES_PER_PIXEL: Record<number, number> = { 2: 3, 6: 4 };

/**
 * The picture of a signature, checked down to its last pixel (PNG, ISO/IEC 15948), because it will be drawn into a
 * document: null when it is not exactly the kind of picture our pad makes.
 */
export function drawingOf(dataUrl: string): Uint8Array | null {
  if (!dataUrl.startsWith(PREFIX)) return null;
  const bytes = Buffer.from(dataUrl.slice(PREFIX.length), "base64");
  if (bytes.length > MAX_BYTES || bytes.subarray(0, 8).toString("hex") !== SIGNATURE) return null;
  const chunks = chunksOf(bytes);
  const head = chunks?.[0];
  if (!chunks || head?.type !== "IHDR" || head.data.length !== 13) return null;
  const size = pixelBytes(head.data);
  if (size === null) return null;
  const packed = Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data));
  try {
    return inflateSync(packed, { maxOutputLength: size }).length === size ? bytes : null;
  } catch {
    return null;
  }
}

/** How many bytes the unpacked picture has; null for a kind we do not take. */
function pixelBytes(head: Buffer): number | null {
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const perPixel = BYTES_PER_PIXEL[head[9] ?? 0];
  const plain = head[8] === 8 && head[10] === 0 && head[11] === 0 && head[12] === 0;
  if (!perPixel || !plain || width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) return null;
  return height * (1 + width * perPixel);
}

function chunksOf(bytes: Buffer): { type: string; data: Buffer }[] | null {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (at + 12 + length > bytes.length) return null;
    const type = bytes.toString("latin1", at + 4, at + 8);
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    if (type === "IEND") return chunks;
    at += 12 + length;
  }
  return null;
}
