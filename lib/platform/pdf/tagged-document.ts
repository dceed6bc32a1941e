import "server-only";
import path from "node:path";
import PDFDocument from "pdfkit";

/** What a document is made of, top to bottom; every part is tagged, so that it can be read aloud and searched. */
export type Paper = {
  heading(level: 1 | 2, text: string): void;
  paragraph(text: string): void;
  list(items: readonly string[]): void;
  /** Names with their values, one below the other; `exact` values (hashes, codes) in a monospaced face. */
  facts(items: readonly { term: string; value: string; exact?: boolean }[]): void;
  /** A PNG, at most `width` points wide, with what it shows in words. */
  picture(bytes: Uint8Array, options: { alt: string; width: number; height: number }): void;
  newPage(): void;
};

type Settings = {
  title: string;
  author: string;
  /** BCP 47. */
  language: string;
  createdAt: Date;
  /** The line at the foot of each page. */
  footer: (page: number, pages: number) => string;
};

type Doc = InstanceType<typeof PDFDocument>;

const MARGIN = 64;
const INK = "#1a1c23";
const MUTED = "#5a5f6b";

/** DejaVu has the letters of all European languages, where the fonts inside every PDF reader have not. */
const FONTS = { text: "DejaVuSans.ttf", strong: "DejaVuSans-Bold.ttf", exact: "DejaVuSansMono.ttf" } as const;
const SIZES = { 1: 18, 2: 12.5 } as const;

/** A tagged PDF in US letter format (PDF 1.7), as bytes. */
export async function taggedDocument(settings: Settings, write: (paper: Paper) => void): Promise<Uint8Array> {
  const { title, author, language, createdAt } = settings;
  const doc = new PDFDocument({
    size: "LETTER",
    margin: MARGIN,
    pdfVersion: "1.7",
    tagged: true,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    info: { Title: title, Author: author, CreationDate: createdAt, Producer: "Caseload", Creator: "Caseload" },
  });
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), "node_modules", "dejavu-fonts-ttf", "ttf");
  for (const [name, file] of Object.entries(FONTS)) doc.registerFont(name, path.join(folder, file));
  const bytes = collect(doc);
  const root = doc.struct("Document");
  doc.addStructure(root);
  write(paperOf(doc, root));
  root.end();
  numberPages(doc, settings.footer);
  doc.end();
  return bytes;
}

function collect(doc: Doc): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on("data", (part: Buffer) => parts.push(part));
    doc.on("end", () => resolve(Buffer.concat(parts)));
    doc.on("error", reject);
  });
}

function paperOf(doc: Doc, root: PDFKit.PDFStructureElement): Paper {
  const part = (tag: string, draw: () => void) => root.add(doc.struct(tag, {}, draw as never));
  return {
    heading(level, text) {
      keepTogether(doc, 60);
      doc.moveDown(level === 1 ? 0 : 0.6);
      part(`H${level}`, () => doc.font("strong").fontSize(SIZES[level]).fillColor(INK).text(text, { lineGap: 2 }));
      doc.moveDown(0.4);
    },
    paragraph(text) {
      part("P", () => doc.font("text").fontSize(10).fillColor(INK).text(text, { lineGap: 3 }));
      doc.moveDown(0.7);
    },
    list: (items) => bullets(doc, root, items),
    facts(items) {
      for (const item of items) part("P", () => fact(doc, item));
    },
    picture(bytes, { alt, width, height }) {
      keepTogether(doc, height + 8);
      const { x, y } = doc;
      const drawing = () => doc.image(Buffer.from(bytes), x, y, { fit: [width, height] });
      root.add(doc.struct("Figure", { alt, bbox: [x, y, x + width, y + height] } as never, drawing as never));
      doc.y = y + height + 8;
    },
    newPage: () => void doc.addPage(),
  };
}

function bullets(doc: Doc, root: PDFKit.PDFStructureElement, items: readonly string[]) {
  const list = doc.struct("L");
  root.add(list);
  const indent = 14;
  const width = doc.page.width - 2 * MARGIN - indent;
  for (const item of items) {
    doc.font("text").fontSize(10).fillColor(INK);
    keepTogether(doc, 16);
    const label = doc.struct("Lbl", {}, (() => doc.text("•", MARGIN, doc.y, { continued: false })) as never);
    const body = doc.struct("LBody", {}, (() => {
      doc.moveUp();
      doc.text(item, MARGIN + indent, doc.y, { width, lineGap: 3 });
    }) as never);
    list.add(doc.struct("LI", {}, [label, body]));
    doc.x = MARGIN;
    doc.moveDown(0.2);
  }
  list.end();
  doc.moveDown(0.5);
}

function fact(doc: Doc, { term, value, exact }: { term: string; value: string; exact?: boolean }) {
  keepTogether(doc, 34);
  doc.font("text").fontSize(8.5).fillColor(MUTED).text(term);
  doc
    .font(exact ? "exact" : "text")
    .fontSize(exact ? 9 : 10)
    .fillColor(INK)
    .text(value, { lineGap: 1 });
  doc.moveDown(0.45);
}

/** Begins a new page when less than `height` points are left. */
function keepTogether(doc: Doc, height: number) {
  if (doc.y + height > doc.page.height - MARGIN) doc.addPage();
}

/** Page numbers are furniture, not content: readers that speak skip them. */
function numberPages(doc: Doc, footer: Settings["footer"]) {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    // Below the margin a text would otherwise begin a page of its own.
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" });
    doc
      .font("text")
      .fontSize(8)
      .fillColor(MUTED)
      .text(footer(page + 1, count), MARGIN, doc.page.height - 40, {
        width: doc.page.width - 2 * MARGIN,
        align: "center",
        lineBreak: false,
      });
    doc.endMarkedContent();
  }
}
