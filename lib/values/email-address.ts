const LOCAL_PART = /^[a-z0-9_][a-z0-9_+'&=~#/-]*(\.[a-z0-9_+'&=~#/-]+)*$/i;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;
const TOP_LABEL = /^([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/i;

/** How an address is kept: what was typed without surrounding spaces, every other byte as it came. */
export function storedEmail(text: string): string {
  return text.trim();
}

/**
 * What two addresses are compared by: surrounding spaces and letter case do not count (S2-06). Only ASCII letters are
 * lowered: full lower-casing turns U+212A (Kelvin sign) into "k" and would make a stranger's address equal (AU-08).
 */
export function emailKey(text: string): string {
  return text.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/**
 * Whether mail may be sent to exactly this text as one recipient. Stricter than RFC 5322 on purpose: quoted local
 * parts, comments, routes, lists, IP literals and anything outside ASCII are how mail is led astray (AU-08).
 */
export function isDeliverable(text: string): boolean {
  if (text.length > 254) return false;
  const at = text.indexOf("@");
  if (at < 1 || at > 64 || at !== text.lastIndexOf("@")) return false;
  if (!LOCAL_PART.test(text.slice(0, at))) return false;
  const labels = text.slice(at + 1).split(".");
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) && TOP_LABEL.test(labels.at(-1) ?? "");
}

/** "a…@example.org": enough to recognise one's own address, too little to learn another's. */
export function maskEmail(text: string): string {
  const at = text.lastIndexOf("@");
  return at < 1 ? "…" : `${Array.from(text)[0]}…${text.slice(at)}`;
}
