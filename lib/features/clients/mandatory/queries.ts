import "server-only";
import { findMergedClient } from "@/lib/features/clients/merges/results/queries";
import { findClient, findClientByNumber } from "@/lib/features/clients/record/queries";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import { findSetting } from "@/lib/features/settings/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { isId } from "@/lib/values/id";
import { type MandatoryField, mandatoryFacts, missingFields } from "./rules";

/** What the organization asks of every client and this one lacks. */
export async function findMissingFields(client: Parameters<typeof mandatoryFacts>[0]): Promise<MandatoryField[]> {
  const { mandatory } = await findSetting("clientFields");
  return missingFields(mandatoryFacts(client), mandatory);
}

/**
 * The client an address names, by id or by number, and what it lacks. The number it had before counts, too, so that old
 * links go on working.
 */
export async function findClientAt(
  actor: Actor,
  address: string,
): Promise<(ClientRecord & { missing: MandatoryField[] }) | null> {
  const id = isId(address) ? address : await findClientByNumber(actor, decodeURIComponent(address));
  const client = id && ((await findClient(actor, id)) ?? (await findWhereMerged(actor, id)));
  return client ? { ...client, missing: await findMissingFields(client) } : null;
}

/** Links to a client that became part of another lead to that one. */
async function findWhereMerged(actor: Actor, id: string): Promise<ClientRecord | null> {
  const stayed = await findMergedClient(actor, id);
  return stayed ? findClient(actor, stayed) : null;
}
