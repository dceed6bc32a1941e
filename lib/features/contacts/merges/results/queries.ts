import "server-only";
import { contactsVisibleTo } from "@/lib/features/contacts/scope";
import { findStayed } from "@/lib/features/merges/results/queries";
import type { Actor } from "@/lib/platform/access/actor";

/** Whom a merged contact lives on as, for old links to lead there; null for everybody else. */
export function findMergedInto(actor: Actor, contactId: string): Promise<string | null> {
  return findStayed("contact", contactId, contactsVisibleTo(actor));
}
