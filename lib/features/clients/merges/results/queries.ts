import "server-only";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import { findStayed } from "@/lib/features/merges/results/queries";
import type { Actor } from "@/lib/platform/access/actor";

/** As whom a merged client lives on, for old links to lead there; null for every other client. */
export function findMergedClient(actor: Actor, clientId: string): Promise<string | null> {
  return findStayed("client", clientId, clientsVisibleTo(actor));
}
