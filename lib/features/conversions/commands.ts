import "server-only";
import { copyDocuments } from "@/lib/features/documents/copies/commands";
import { linkMessages } from "@/lib/features/messages/commands";
import { findProspect } from "@/lib/features/prospects/record/queries";
import type { ProspectRecord } from "@/lib/features/prospects/record/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { type TraceScope, traced } from "@/lib/platform/operation/images";
import { runOperation } from "@/lib/platform/operation/lifecycle";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { bringPeople, peoplePlan } from "./people/commands";
import { countLuggage } from "./proposals/queries";
import { CONVERSION_KIND, type ConvertProspectInput, type Receipt } from "./schema";
import { targetClient } from "./targets/commands";

/**
 * Makes a prospect a new client, or part of one that is there already: links its messages, copies its documents and
 * brings the chosen people, all or nothing. The prospect stays as it was but for the link. However often it is asked for
 * at once it happens once, and everybody gets the same client.
 * @returns the client's id.
 */
export async function convertProspect(actor: Actor, input: ConvertProspectInput): Promise<string> {
  return inTransaction(async (tx) => {
    await rows(sql`select id from prospects where id = ${input.prospectId}::uuid for update`, tx);
    const prospect = await findProspect(actor, input.prospectId, tx);
    if (!prospect) refuse("not_found", "refusals.notFound");
    if (prospect.conversion) return prospect.conversion.clientId;
    const clientId = input.clientId ?? newId();
    const title = `${prospect.name} (${prospect.stage.name})`;
    await runOperation(tx, actor, {
      kind: CONVERSION_KIND,
      title,
      input: { prospectId: prospect.id, clientId, existing: Boolean(input.clientId) },
      work: async (operationId) => [await convertHeld(tx, actor, { prospect, input, clientId, operationId })],
    });
    return clientId;
  });
}

type Work = { prospect: ProspectRecord; input: ConvertProspectInput; clientId: string; operationId: string };

async function convertHeld(tx: Tx, actor: Actor, work: Work) {
  const { prospect, input, clientId } = work;
  const plan = peoplePlan(prospect, input);
  let receipt: Receipt | null = null;
  const trace = await traced(
    tx,
    scopeOf(
      work,
      plan.created.map(({ contactId }) => contactId),
    ),
    async () => {
      receipt = await carryOver(tx, actor, { ...work, plan });
    },
  );
  return {
    outcome: input.clientId ? ("update" as const) : ("create" as const),
    subject: { kind: "client", id: clientId },
    source: receipt,
    ...trace,
  };
}

async function carryOver(
  tx: Tx,
  actor: Actor,
  { prospect, input, clientId, operationId, plan }: Work & { plan: ReturnType<typeof peoplePlan> },
): Promise<Receipt> {
  const existing = Boolean(input.clientId);
  const luggage = await countLuggage(prospect.id, tx);
  const { client, fields } = await targetClient(tx, actor, { prospect, input, clientId });
  const data = { prospectId: prospect.id, clientId, operationId, existing, convertedAt: now() };
  await tx.conversion.create({ data, select: { prospectId: true } });
  const people = await bringPeople(tx, actor, { prospect, clientId, plan });
  const move = { from: { kind: "prospect", id: prospect.id }, to: { kind: "client", id: clientId } } as const;
  const linked = input.copyMessages ? await linkMessages(tx, move) : 0;
  const copied = input.copyDocuments ? await copyDocuments(tx, actor, move) : 0;
  await record(tx, actor, {
    kind: "prospect.converted",
    subject: { kind: "prospect", id: prospect.id },
    clientIds: [clientId],
    operationId,
    data: { name: prospect.name, client: client.name, number: client.number, existing },
  });
  return {
    prospect: { id: prospect.id, name: prospect.name },
    client,
    existing,
    ...people,
    messages: { linked, left: input.copyMessages ? 0 : luggage.messages },
    documents: { copied, left: input.copyDocuments ? 0 : luggage.documents },
    fields,
    openTasks: luggage.openTasks,
    hadNotes: prospect.notes !== null,
  };
}

/** Every row that the conversion may make or change; what is there before and does not change is no part of it. */
function scopeOf({ prospect, input, clientId }: Work, contactIds: readonly string[]): TraceScope {
  const ofClient = sql`client_id = ${clientId}::uuid`;
  const aboutClient = sql`subject_kind = 'client' and subject_id = ${clientId}::uuid`;
  const scope = {
    prospect_contacts: sql`prospect_id = ${prospect.id}::uuid`,
    conversions: sql`prospect_id = ${prospect.id}::uuid`,
    contacts: sql`id = any(${contactIds}::uuid[])`,
    relationships: ofClient,
    custom_values: ofClient,
    message_links: aboutClient,
    documents: aboutClient,
    document_versions: sql`document_id in (select id from documents where ${aboutClient})`,
  };
  // What is told of a client that was there before stays told, but for people who go again.
  if (input.clientId) return { ...scope, stream_entries: sql`subject_id = any(${contactIds}::uuid[])` };
  return { ...scope, clients: sql`id = ${clientId}::uuid`, stream_entries: ofClient };
}
