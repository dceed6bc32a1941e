import { cleanText, collapseWhitespace } from "@/lib/values/text";

const FORBIDDEN = /[/\\:*?"<>|\u2028\u2029\u0085]/g;
const MAX_BYTES = 200;

/** The name a person gave a file, as it may be shown and offered again: no path, no line ends, never empty. */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const plain = collapseWhitespace(cleanText(last).replace(FORBIDDEN, " ")).replace(/^\.+/, "");
  return shortened(plain) || "file";
}

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name;
  const ending = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? "";
  const characters = Array.from(name.slice(0, name.length - ending.length));
  while (Buffer.byteLength(characters.join("") + ending) > MAX_BYTES) characters.pop();
  return characters.join("") + ending;
}

/** RFC 6266 with the ASCII fallback of RFC 8187: browsers show the real name, old ones a plain one. */
export function contentDisposition(name: string, { inline = false } = {}): string {
  const safe = safeFileName(name);
  const plain = safe
    .normalize("NFKD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\%]/g, "_");
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${inline ? "inline" : "attachment"}; filename="${plain.trim() || "file"}"; filename*=UTF-8''${encoded}`;
}
