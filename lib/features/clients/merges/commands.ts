import "server-only";
import { clientsWhere } from "@/lib/features/clients/scope";
import { combineRelationships } from "@/lib/features/contacts/merges/combining/commands";
import { combineShared } from "@/lib/features/merges/combining/commands";
import { mergeOnce } from "@/lib/features/merges/commands";
import { moveReferences, scopeOf } from "@/lib/features/merges/following/commands";
import type { Merging, PlannedMerge, Reference } from "@/lib/features/merges/schema";
import { findSettingIn } from "@/lib/features/settings/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { type TraceScope, traced } from "@/lib/platform/operation/images";
import { refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import { dayIn } from "@/lib/values/wall-clock";
import {
  combineAssignments,
  combineAttendances,
  combineColours,
  combineDefaults,
  combineHours,
  combineNumbers,
  combineProposals,
  combineSignatures,
  combineWaits,
} from "./combining/commands";
import { keepsAClient } from "./rules";
import type { MergeClientsInput } from "./schema";

const CLIENT = {
  id: true,
  version: true,
  kind: true,
  name: true,
  legalName: true,
  isPerson: true,
  statusId: true,
  centerId: true,
  practitionerId: true,
  addressLine1: true,
  addressLine2: true,
  city: true,
  state: true,
  postalCode: true,
  country: true,
  phone: true,
  email: true,
  website: true,
  naics: true,
  industry: true,
  employeeCount: true,
  language: true,
  startedOn: true,
  signedOn: true,
} as const;

type Merged = Awaited<ReturnType<typeof findClients>>[number];
type Work = Merging & { clients: Merged[]; winner: Merged; take: MergeClientsInput["take"]; today: string };
type Request = { input: MergeClientsInput; references: readonly Reference[] };

/**
 * Makes several clients one: all that pointed at the others points at the one that stays, which takes each field from
 * whom was chosen; every number they had leads to it. However often it is asked for at once, it happens once.
 * @returns the operation, by which it can be taken back for 30 days.
 * @throws {RefusalError} not_found; changed_meanwhile when somebody changed one of them since they were seen;
 *   keep_a_client; sessions_overlap
 */
export async function mergeClients(actor: Actor, request: Request): Promise<string> {
  const { people, winnerId } = request.input;
  const loserIds = people.map(({ id }) => id).filter((id) => id !== winnerId);
  return inTransaction(
    async (tx) => {
      await rows(
        sql`select id from clients where id = any(${[winnerId, ...loserIds]}::uuid[]) order by id for update`,
        tx,
      );
      return mergeOnce(tx, actor, { kind: "client", winnerId, loserIds, plan: () => planOf(tx, actor, request) });
    },
    { timeoutMs: 60_000 },
  );
}

async function planOf(tx: Tx, actor: Actor, { input, references }: Request): Promise<PlannedMerge> {
  const work = await workOf(tx, actor, input);
  const { winnerId, loserIds, clients } = work;
  const following = { kind: "client", winnerId, loserIds, references } as const;
  const scope = await scopeOf(tx, following, ownScope([winnerId, ...loserIds]));
  return {
    ...following,
    name: fieldsOf(work).name,
    merged: clients
      .filter(({ id }) => id !== winnerId)
      .map(({ name }) => name)
      .join(", "),
    clientIds: [winnerId],
    work: () => traced(tx, scope, () => becomeOne(tx, work, references)),
  };
}

/** Tables whose rows have no id of their own, or are made by the merge. */
function ownScope(all: readonly string[]): TraceScope {
  const ofClients = sql`client_id = any(${[...all]}::uuid[])`;
  return {
    custom_values: ofClients,
    client_practitioners: ofClients,
    client_defaults: ofClients,
    client_billing: ofClients,
    client_colours: ofClients,
    former_numbers: ofClients,
  };
}

/** Which clients are merged as they stand now, held by whoever asks. */
async function workOf(tx: Tx, actor: Actor, { people, winnerId, take }: MergeClientsInput): Promise<Work> {
  const { timeZone } = await findSettingIn(tx, "organization");
  const clients = await findClients(tx, actor, people);
  const winner = clients.find(({ id }) => id === winnerId);
  if (!winner || clients.length !== people.length) refuse("not_found", "duplicates.refusals.gone");
  const changed = clients.some(({ id, version }) => people.find((seen) => seen.id === id)?.version !== version);
  if (changed) refuse("changed_meanwhile", "duplicates.refusals.changedMeanwhile");
  if (!keepsAClient(clients, winnerId)) refuse("keep_a_client", "duplicates.refusals.keepAClient");
  const loserIds = people.map(({ id }) => id).filter((id) => id !== winnerId);
  return { winnerId, loserIds, clients, winner, take, today: dayIn(timeZone, now()) };
}

function findClients(tx: Tx, actor: Actor, people: MergeClientsInput["people"]) {
  const ids = people.map(({ id }) => id);
  return tx.client.findMany({ where: { AND: [{ id: { in: ids } }, clientsWhere(actor)] }, select: CLIENT });
}

async function becomeOne(tx: Tx, work: Work, references: readonly Reference[]): Promise<void> {
  const { winnerId, loserIds, today } = work;
  const merging = { kind: "client", winnerId, loserIds } as const;
  await combineRelationships(tx, merging, { today });
  await combineAssignments(tx, merging);
  await combineAttendances(tx, merging);
  await combineSignatures(tx, merging);
  await combineDefaults(tx, merging);
  await combineColours(tx, merging);
  await combineHours(tx, merging);
  await combineNumbers(tx, merging);
  await combineProposals(tx, merging);
  await combineWaits(tx, merging);
  await combineShared(tx, merging);
  await moveReferences(tx, { ...merging, references });
  await tx.client.updateMany({
    where: { id: { in: [...loserIds] } },
    data: { deletedAt: now(), mergedIntoId: winnerId, version: { increment: 1 } },
  });
  await tx.client.update({
    where: { id: winnerId },
    data: { ...fieldsOf(work), version: { increment: 1 } },
    select: { id: true },
  });
}

/** What the client that stays says from now on. */
function fieldsOf({ clients, winner, take }: Work) {
  const from = (field: keyof Work["take"]) => clients.find(({ id }) => id === take[field]) ?? winner;
  const { addressLine1, addressLine2, city, state, postalCode, country } = from("address");
  return {
    name: from("name").name,
    isPerson: from("name").isPerson,
    legalName: from("legalName").legalName,
    statusId: from("status").statusId,
    centerId: from("center").centerId,
    practitionerId: from("practitioner").practitionerId,
    ...{ addressLine1, addressLine2, city, state, postalCode, country },
    phone: from("phone").phone,
    email: from("email").email,
    website: from("website").website,
    naics: from("naics").naics,
    industry: from("industry").industry,
    employeeCount: from("employeeCount").employeeCount,
    language: from("language").language,
    startedOn: from("startedOn").startedOn,
    signedOn: from("signedOn").signedOn,
  };
}
