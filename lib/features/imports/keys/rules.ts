import { createHash } from "node:crypto";
import { headerWords } from "@/lib/features/imports/columns/headers/rules";
import { nameKey } from "@/lib/values/person-name";

function digest(parts: readonly (string | number)[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

/** Names a set of headers, so that the mapping made for it is found again; case and punctuation do not count. */
export function headerHash(headers: readonly string[]): string {
  return digest(headers.map(headerWords));
}

/**
 * Names a client within a file: by number where there is one ("#1001"), else by folded name ("~liberty tax service").
 * Null for neither.
 */
export function clientKey(number: string | null, name: string | null): string | null {
  if (number) return `#${number}`;
  const folded = name ? nameKey(name) : "";
  return folded ? `~${folded}` : null;
}

/** The same for rows that are the same in every cell. */
export function rowSignature(cells: readonly string[]): string {
  return digest(cells);
}

export type SessionIdentity = { clientKey: string; date: string; start: string | null; practitioner: string | null };

/** Names the session of a row for ever: the same file imported again finds all its sessions already there. */
export function sessionRowKey({ clientKey: client, date, start, practitioner }: SessionIdentity, occurrence: number) {
  return digest([client, date, start ?? "", nameKey(practitioner ?? ""), occurrence]);
}
