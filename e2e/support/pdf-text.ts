import { inflateSync } from "node:zlib";

const STREAM = /stream\r?\n([\s\S]*?)\r?\nendstream/g;

/** The parts of a PDF, unpacked where they are packed. */
function streamsOf(pdf: Buffer): string[] {
  return Array.from(pdf.toString("latin1").matchAll(STREAM), ([, body = ""]) => {
    const bytes = Buffer.from(body, "latin1");
    try {
      return inflateSync(bytes).toString("latin1");
    } catch {
      return body;
    }
  });
}

/** Which text each glyph of a font stands for, by the font's own table. */
function fontOf(stream: string): Map<number, string> | null {
  if (!stream.includes("beginbfrange")) return null;
  const glyphs = new Map<number, string>();
  for (const [, from = "", list = ""] of stream.matchAll(/<([0-9a-f]+)>\s*<[0-9a-f]+>\s*\[([^\]]*)\]/gi)) {
    Array.from(list.matchAll(/<([0-9a-f\s]*)>/gi)).forEach(([, code = ""], place) => {
      const text = Buffer.from(code.replaceAll(/\s/g, ""), "hex").swap16().toString("utf16le");
      glyphs.set(Number.parseInt(from, 16) + place, text);
    });
  }
  return glyphs;
}

/** Everything a PDF says, once as each of its fonts would say it: with the wrong font a line is only noise. */
export function pdfText(pdf: Buffer): string {
  const streams = streamsOf(pdf);
  const fonts = streams.flatMap((stream) => fontOf(stream) ?? []);
  const lines = streams.flatMap((stream) =>
    Array.from(stream.matchAll(/\[([^\]]*)\]\s*TJ/g), ([, run = ""]) =>
      Array.from(run.matchAll(/<([0-9a-f]+)>/gi), ([, hex = ""]) => hex).join(""),
    ),
  );
  const said = (glyphs: Map<number, string>) =>
    lines.map((hex) => (hex.match(/.{4}/g) ?? []).map((code) => glyphs.get(Number.parseInt(code, 16)) ?? "").join(""));
  return fonts.flatMap((glyphs) => said(glyphs)).join("\n");
}
