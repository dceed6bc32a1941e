import "server-only";
import { assignPractitioners } from "@/lib/features/clients/assignments/commands";
import { requireMandatory } from "@/lib/features/clients/mandatory/commands";
import { mandatoryFacts } from "@/lib/features/clients/mandatory/rules";
import { numberAsClient } from "@/lib/features/clients/numbers/commands";
import { findClient } from "@/lib/features/clients/record/queries";
import { shownFields } from "@/lib/features/clients/record/rules";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import { requireReadable, writeCustomValues } from "@/lib/features/custom-fields/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { dateColumn } from "@/lib/platform/db/columns";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { keptPhone } from "@/lib/values/phone";
import { sql } from "@/lib/values/sql";
import { filledIn } from "./rules";
import type { MakeClientInput } from "./schema";

/**
 * Makes a pre-client a client in place: another kind, a number without "@", the date of the signature. The old number goes on
 * leading here. Sessions stay exactly as they were.
 * @returns the new number, and how many sessions there are from before.
 * @throws {RefusalError} not_found, not_a_pre_client, fields_missing
 */
export async function makeClient(
  actor: Actor,
  { clientId, signedOn, custom: typedCustom, ...typed }: MakeClientInput,
): Promise<{ number: string; sessions: number }> {
  return inTransaction(async (tx) => {
    // Two people may press together: the second one waits here and then finds a client.
    await rows(sql`select id from clients where id = ${clientId}::uuid for no key update`, tx);
    const before = await findClient(actor, clientId, tx);
    if (!before) refuse("not_found", "refusals.notFound");
    if (before.kind !== "PRE_CLIENT")
      refuse("not_a_pre_client", "clients.making.notAPreClient", { values: { number: before.number } });
    const filled = filledIn(before, { ...typed, phone: keptPhone(typed.phone) });
    const custom = requireReadable(before.custom, typedCustom);
    await requireMandatory(tx, mandatoryFacts({ ...before, ...filled }), custom);
    await writeCustomValues(tx, "client", { recordId: clientId, fields: custom });
    const number = await numberAsClient(tx, before.number);
    await tx.formerNumber.create({
      data: { number: before.number, clientId, givenUpAt: now() },
      select: { number: true },
    });
    await writeClient(tx, before, { number, signedOn, filled });
    const after = await findClient(actor, clientId, tx);
    if (!after) throw new Error("the client is not there any more");
    const known = (client: ClientRecord) => ({
      number: client.number,
      signedOn: client.signedOn,
      ...shownFields(client),
    });
    const changes = changesBetween(known(before), known(after)) ?? {};
    const data = { name: before.name, oldNumber: before.number, newNumber: number, signedOn, changes };
    await record(tx, actor, {
      kind: "client.made",
      subject: { kind: "client", id: clientId },
      clientIds: [clientId],
      data,
    });
    return { number, sessions: before.sessionCount };
  });
}

type Made = {
  number: string;
  signedOn: string;
  filled: Partial<Omit<MakeClientInput, "clientId" | "signedOn" | "custom">>;
};

async function writeClient(tx: Tx, client: ClientRecord, { number, signedOn, filled }: Made): Promise<void> {
  const { practitionerId, startedOn, ...facts } = filled;
  await tx.client.update({
    where: { id: client.id },
    data: {
      ...facts,
      ...(practitionerId ? { practitionerId } : {}),
      ...(startedOn ? { startedOn: dateColumn(startedOn) } : {}),
      kind: "CLIENT",
      purpose: null,
      resourceKind: null,
      number,
      signedOn: dateColumn(signedOn),
      version: { increment: 1 },
    },
    select: { id: true },
  });
  if (!practitionerId) return;
  const previous = client.practitioners.map(({ id }) => id);
  await assignPractitioners(tx, client.id, { primaryId: practitionerId, otherIds: previous, previous });
}
