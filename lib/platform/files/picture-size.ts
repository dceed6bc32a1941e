/** The frame headers of JPEG (ITU-T T.81, table B.1): all of these say how large the picture is. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

/** How many pixels a PNG or JPEG says it has, read from its header without unpacking it; null where it does not say. */
export function pixelsOf(kind: "png" | "jpg", bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return kind === "png" ? pixelsOfPng(view) : pixelsOfJpeg(view);
}

/** The first chunk is always IHDR: width and height, then the rest (PNG, ISO/IEC 15948, 11.2.2). */
function pixelsOfPng(view: DataView): number | null {
  const isHeader = view.byteLength >= 33 && view.getUint32(12) === 0x49484452;
  return isHeader ? positive(view.getUint32(16), view.getUint32(20)) : null;
}

function pixelsOfJpeg(view: DataView): number | null {
  for (let at = 2; at + 9 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (FRAMES.has(marker)) return positive(view.getUint16(at + 7), view.getUint16(at + 5));
    // 0xff may be repeated before a marker; the marker itself never is 0xff.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

function positive(width: number, height: number): number | null {
  return width > 0 && height > 0 ? width * height : null;
}
