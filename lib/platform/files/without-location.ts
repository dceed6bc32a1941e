const EXIF = "Exif\0\0";
const ORIENTATION = 0x0112;

/**
 * A picture without what tells where and with what it was taken (FI-05): camera data and foreign notes go, the
 * orientation and the picture itself stay as they are. Whatever was hung on after its end goes, too.
 */
export function withoutLocation(kind: "png" | "jpg", bytes: Uint8Array): Uint8Array {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return kind === "png" ? plainPng(view) : plainJpeg(view);
}

const NOTES_OF_PNG = new Set(["eXIf", "tEXt", "iTXt", "zTXt", "tIME"]);

function plainPng(view: Buffer): Uint8Array {
  const kept = [view.subarray(0, 8)];
  for (let at = 8; at + 12 <= view.length; ) {
    const end = at + 12 + view.readUInt32BE(at);
    const name = view.toString("latin1", at + 4, at + 8);
    if (!NOTES_OF_PNG.has(name)) kept.push(view.subarray(at, end));
    if (name === "IEND") break;
    at = end;
  }
  return Buffer.concat(kept);
}

function plainJpeg(view: Buffer): Uint8Array {
  const kept = [view.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= view.length && view[at] === 0xff && view[at + 1] !== 0xda) {
    const marker = view.readUInt8(at + 1);
    const end = at + 2 + view.readUInt16BE(at + 2);
    const orientation = marker === 0xe1 ? orientationOf(view.subarray(at + 4, end)) : null;
    if (orientation) kept.push(orientationSegment(orientation));
    // APP1 holds Exif and XMP, APP13 what press agencies note, COM anything at all.
    else if (marker !== 0xe1 && marker !== 0xed && marker !== 0xfe) kept.push(view.subarray(at, end));
    at = end;
  }
  const last = view.lastIndexOf(Buffer.from([0xff, 0xd9]));
  kept.push(view.subarray(at, last > at ? last + 2 : view.length));
  return Buffer.concat(kept);
}

/** 2–8 where the picture has to be turned; null where it stands upright or nothing is said. */
function orientationOf(segment: Buffer): number | null {
  if (segment.toString("latin1", 0, 6) !== EXIF) return null;
  const tiff = segment.subarray(6);
  const little = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  if (tiff.length < 14) return null;
  const start = long(4);
  if (start + 2 > tiff.length) return null;
  for (let entry = start + 2, left = short(start); left > 0 && entry + 12 <= tiff.length; entry += 12, left -= 1) {
    if (short(entry) !== ORIENTATION) continue;
    const value = short(entry + 8);
    return value >= 2 && value <= 8 ? value : null;
  }
  return null;
}

/** The smallest Exif there is: one entry, the orientation. */
function orientationSegment(value: number): Buffer {
  const tiff = Buffer.from([
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    value,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);
  const content = Buffer.concat([Buffer.from(EXIF, "latin1"), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
