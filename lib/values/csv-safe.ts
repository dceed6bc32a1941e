/** What a spreadsheet may read as the beginning of a formula (IN-07), its full-width forms among them. */
const FORMULA = "[=+\\-@\\t\\r\\n\\0\\uff1d\\uff0b\\uff0d\\uff20]";
const RISKY = new RegExp(`^'*${FORMULA}`);
const ESCAPED = new RegExp(`^'+${FORMULA}`);

/** Text as it goes into an exported cell: an apostrophe in front where a spreadsheet would calculate. */
export function escapeFormula(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** The exact inverse, for reading our own exports back. */
export function unescapeFormula(text: string): string {
  return ESCAPED.test(text) ? text.slice(1) : text;
}

/** One line of a sheet (RFC 4180); what a spreadsheet would calculate is made text. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${escapeFormula(cell).replaceAll('"', '""')}"`).join(",")}\r\n`;
}
