import type { AccountActor, Actor } from "@/lib/platform/access/actor";

/** Whose drafts a person reads and writes: their own, nobody else's ever, whatever their role. Null for who has none. */
export function draftsOf(actor: Actor): string | null {
  return actor.kind === "account" ? actor.accountId : null;
}

/** Who may hear that somebody else is editing: staff, of the forms that change a record; practitioners and contacts never. */
export function hearsEditorsOf(actor: Actor, key: string): actor is AccountActor {
  return actor.kind === "account" && actor.role !== "practitioner" && /^[a-z]+-edit:/.test(key);
}
