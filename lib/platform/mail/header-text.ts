/** C0, DEL, C1 (NEL among them) and the line separators of Unicode: what could begin a header of its own. */
const BREAKS = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/** What has a meaning of its own beside an address, and what makes text read as something else. */
const ADDRESS_SIGNS = /[<>"\\,;:@()[\]\u202a-\u202e\u2066-\u2069]+/g;
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]{0,60}$/;
const OURS = new Set([
  "to",
  "cc",
  "bcc",
  "from",
  "sender",
  "reply-to",
  "subject",
  "date",
  "message-id",
  "mime-version",
]);

/** One line, whatever came in (IN-06): every kind of line end and control character becomes a space. */
export function headerText(text: string, max = 900): string {
  const line = text
    .replace(/\p{Surrogate}/gu, "")
    .replace(BREAKS, " ")
    .replace(/ {2,}/g, " ")
    .trim();
  return Array.from(line).slice(0, max).join("");
}

/** A name as it may stand before an address; nothing in it can be read as a second address. */
export function displayName(text: string | null | undefined): string | null {
  const name = headerText((text ?? "").replace(ADDRESS_SIGNS, " "), 120);
  return name === "" ? null : name;
}

/**
 * Extra headers with their values on one line.
 * @throws on a name that is none, or that the envelope decides: a bug of the caller.
 */
export function safeHeaders(headers: Record<string, string>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => {
    if (!HEADER_NAME.test(name) || OURS.has(name.toLowerCase()) || /^content-/i.test(name))
      throw new Error(`${JSON.stringify(name)} cannot be set as a header of a mail`);
    return [name, headerText(value)];
  });
  return Object.fromEntries(entries);
}

/** `"Ana Ruiz" <ana@example.org>`, or the address alone. */
export function mailbox({ email, name }: { email: string; name: string | null }): string {
  const shown = displayName(name);
  return shown ? `"${shown}" <${email}>` : email;
}
