import type { Actor } from "@/lib/platform/access/actor";
import { addMinutes } from "@/lib/values/instant";
import type { DocumentSubject, DocumentVisibility } from "./schema";

/** Who may be chosen to see a document on this kind of record. Prospects have nobody to share with. */
export function visibilitiesOn(kind: DocumentSubject["kind"]): readonly DocumentVisibility[] {
  if (kind === "prospect") return ["STAFF"];
  if (kind === "contact") return ["STAFF", "CONTACT"];
  return ["STAFF", "PRACTITIONER", "CLIENT", "CONTACT"];
}

/** Who sees a document right after it was added: what a practitioner adds, practitioners see; what a contact hands in, the client's people too. */
export function firstVisibility(actor: Actor, kind: DocumentSubject["kind"]): DocumentVisibility {
  if (actor.kind === "contact") return "CLIENT";
  const practitioner = actor.kind === "account" && actor.role === "practitioner";
  return practitioner && kind === "client" ? "PRACTITIONER" : "STAFF";
}

type Removable = { accountId: string | null; createdAt: Date; visibility: DocumentVisibility };
const OWN_FOR_MINUTES = 24 * 60;

/**
 * Whether this person may put a document into the recycle bin: an administrator in administrator mode any, staff what
 * they added in the last 24 hours, a practitioner what they added and nobody else's client sees.
 */
export function mayRemove(actor: Actor, { accountId, createdAt, visibility }: Removable, now: Date): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind !== "account" || actor.reach("documents", "delete") === "none") return false;
  if (actor.role === "administrator" && actor.confirmedUntil !== null) return true;
  if (accountId !== actor.accountId) return false;
  if (actor.role === "practitioner") return visibility === "PRACTITIONER" || visibility === "STAFF";
  return addMinutes(createdAt, OWN_FOR_MINUTES) > now;
}

/** What a browser may show in place: a PDF or a picture, by what its content proved. */
export function isShowable(contentType: string): boolean {
  return contentType === "application/pdf" || contentType === "image/png" || contentType === "image/jpeg";
}

/** The name after a replacement: what people called it, with the ending that fits the new content. */
export function nameAfterReplacing(name: string, fileName: string): string {
  const endingOf = (text: string) => /\.[a-z0-9]{1,8}$/i.exec(text)?.[0] ?? "";
  const base = name.slice(0, name.length - endingOf(name).length);
  return endingOf(name).toLowerCase() === endingOf(fileName).toLowerCase() ? name : base + endingOf(fileName);
}
