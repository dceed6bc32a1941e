/** Embeddings, overrides and isolates: they make text read as something else than it is. */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;

/** Control characters other than tab and line ends, and halves of surrogate pairs: no column accepts them all. */
const UNSTORABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}]/u;
const EVERY_UNSTORABLE = new RegExp(UNSTORABLE, "gu");

/** Whether the text holds a NUL, another control character or half a surrogate pair, which no column accepts. */
export function hasUnstorable(text: string): boolean {
  return UNSTORABLE.test(text);
}

/** Whether a text is a page, a drawing or another document that a browser would run, whatever its file is called. */
export function isMarkup(text: string): boolean {
  return /^\ufeff?\s*(<\?xml|<!doctype|<html|<head|<body|<svg|<script|<iframe)/i.test(text);
}

export function hasBidiControls(text: string): boolean {
  return text.search(BIDI_CONTROLS) !== -1;
}

/** Without what cannot be stored or would mislead a reader; CRLF and CR become LF; ends trimmed. */
export function cleanText(text: string): string {
  return text.replace(EVERY_UNSTORABLE, "").replace(/\r\n?/g, "\n").replace(BIDI_CONTROLS, "").trim();
}

/** One line: every run of white space becomes one space, the ends are trimmed. */
export function collapseWhitespace(text: string): string {
  return text.trim().replace(/\s+/gu, " ");
}

export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === "";
}

/** The text without spaces at its ends, or null when nothing is left. */
export function blankToNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim();
  return trimmed ? trimmed : null;
}

/** At most `max` characters, an ellipsis among them where something was cut; never splits a character. */
export function truncate(text: string, max: number): string {
  const characters = Array.from(text);
  return characters.length <= max
    ? text
    : `${characters
        .slice(0, max - 1)
        .join("")
        .trimEnd()}…`;
}

const FOLDED: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i" };

/** For comparing only: no accents, no capitals. "José" and "JOSE" fold to the same. */
export function foldText(text: string): string {
  // Nearly all text is plain ASCII, and normalising is what costs.
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => FOLDED[letter] ?? letter);
}
