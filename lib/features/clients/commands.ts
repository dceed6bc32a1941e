import "server-only";
import { createContact } from "@/lib/features/contacts/commands";
import { requireReadable, writeCustomValues } from "@/lib/features/custom-fields/commands";
import { findCustomFields } from "@/lib/features/custom-fields/queries";
import { blankCustom } from "@/lib/features/custom-fields/rules";
import { dropDraft } from "@/lib/features/drafts/commands";
import { draftKeys } from "@/lib/features/drafts/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { requireCenter } from "@/lib/platform/access/centers-seen";
import { refuseChangedMeanwhile } from "@/lib/platform/changed-meanwhile";
import { dateColumn } from "@/lib/platform/db/columns";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { localeOf } from "@/lib/values/locale";
import { splitName } from "@/lib/values/person-name";
import { keptPhone } from "@/lib/values/phone";
import { sql } from "@/lib/values/sql";
import { assignPractitioners } from "./assignments/commands";
import { addFollowUps } from "./follow-ups/commands";
import { requireMandatory } from "./mandatory/commands";
import { nextClientNumber } from "./numbers/commands";
import { findClient } from "./record/queries";
import { clientFormValues, shownFields } from "./record/rules";
import type { ClientRecord } from "./record/schema";
import type { ChangeStatusInput, ClientKind, CreateClientInput, EditClientInput, NewContactRow } from "./schema";
import { checkFirstStatus, writeStatus } from "./statuses/commands";

/** Adds a client or pre-client with its people; the number is given by the system. Answers its id. */
export async function createClient(actor: Actor, input: CreateClientInput): Promise<string> {
  const { clientId } = await inTransaction((tx) => addClient(tx, actor, input));
  return clientId;
}

/** The same in a transaction that does more. The first of its contacts is the primary one. */
export async function addClient(
  tx: Tx,
  actor: Actor,
  input: CreateClientInput,
): Promise<{ clientId: string; contactIds: string[] }> {
  const clientId = newId();
  const people = peopleOf(input);
  if (input.isMinor && people.length === 0)
    refuse("guardian_needed", "clients.refusals.guardianNeeded", { field: "contacts.0.firstName" });
  const custom = requireReadable(blankCustom(await findCustomFields("client", tx)), input.custom);
  if (input.kind === "CLIENT") await requireMandatory(tx, { ...input, primaryContact: people[0] }, custom);
  await writeClient(tx, actor, { ...input, clientId });
  await writeCustomValues(tx, "client", { recordId: clientId, fields: custom });
  const contactIds: string[] = [];
  for (const person of people) contactIds.push(await createContact(actor, { ...person, clientId }, tx));
  return { clientId, contactIds };
}

/** Writes a new client without people, in the transaction of whatever makes it. Answers its number. */
export async function writeClient(
  tx: Tx,
  actor: Actor,
  {
    clientId,
    contacts: _,
    isMinor: __,
    custom: ___,
    otherPractitionerIds,
    ...fields
  }: CreateClientInput & { clientId: string },
): Promise<string> {
  requireCenter(actor, "clients", fields.centerId);
  await checkChoices(tx, fields, null);
  await checkFirstStatus(tx, actor, fields.statusId);
  const number = await nextClientNumber(tx, fields.kind);
  await tx.client.create({
    data: {
      ...fields,
      ...aimOf(fields.kind, fields),
      id: clientId,
      number,
      phone: keptPhone(fields.phone),
      startedOn: columnOf(fields.startedOn),
    },
    select: { id: true },
  });
  const { name, kind } = fields;
  const subject = { kind: "client", id: clientId };
  await record(tx, actor, { kind: "client.created", subject, clientIds: [clientId], data: { name, number, kind } });
  await assignPractitioners(tx, clientId, { primaryId: fields.practitionerId, otherIds: otherPractitionerIds });
  return number;
}

/**
 * The rows that were filled in; a grown-up without any is their own contact, a minor's are guardians. The first one is
 * primary.
 */
function peopleOf({ contacts, isPerson, isMinor, name, email, phone, language }: CreateClientInput) {
  const isFilled = (row: NewContactRow) => row.firstName || row.lastName || row.email;
  const filled = Object.values(contacts).filter(isFilled);
  const self = { ...splitName(name), email, phone, title: null, isOwner: true };
  const people = filled.length === 0 && isPerson && !isMinor ? [self] : filled;
  return people.map(({ firstName, lastName, ...person }) => ({
    ...person,
    firstName: firstName ?? "",
    lastName: lastName ?? "",
    isGuardian: isPerson && isMinor === true,
    language: localeOf(language),
  }));
}

/** Changes a client's details. Refused when somebody else saved in between: `version` names what was seen. */
export async function editClient(actor: Actor, input: EditClientInput): Promise<void> {
  await inTransaction(async (tx) => {
    await writeClientEdit(tx, actor, input);
    await dropDraft(tx, actor, draftKeys.editClient(input.clientId));
  });
}

/**
 * The same in a transaction that does more; what the person has typed elsewhere stays.
 * @param restores the history entry whose old value this puts back.
 */
export async function writeClientEdit(
  tx: Tx,
  actor: Actor,
  input: EditClientInput,
  { restores }: { restores?: string } = {},
): Promise<void> {
  const { clientId, version, otherPractitionerIds, statusId, custom: typed, ...fields } = input;
  const before = await findClient(actor, clientId, tx);
  if (!before) refuse("not_found", "refusals.notFound");
  if (before.version !== version) await changedMeanwhile(tx, before);
  requireCenter(actor, "clients", fields.centerId);
  await checkChoices(tx, { ...fields, statusId }, before.language);
  const custom = requireReadable(before.custom, typed);
  if (before.kind === "CLIENT") await requireMandatory(tx, fields, custom);
  const { count } = await tx.client.updateMany({
    where: { id: clientId, version, deletedAt: null },
    data: {
      ...fields,
      ...aimOf(before.kind, fields),
      phone: keptPhone(fields.phone),
      startedOn: columnOf(fields.startedOn),
      version: { increment: 1 },
    },
  });
  if (count === 0) await changedMeanwhile(tx, await findClient(actor, clientId, tx));
  await writeCustomValues(tx, "client", { recordId: clientId, fields: custom });
  if (statusId !== before.status.id) await writeStatus(tx, actor, { client: before, statusId, restores });
  const wanted = { primaryId: fields.practitionerId, otherIds: otherPractitionerIds };
  await assignPractitioners(tx, clientId, { ...wanted, previous: before.practitioners.map(({ id }) => id) });
  const after = await findClient(actor, clientId, tx);
  const changes = after && changesBetween(shownFields(before), shownFields(after));
  const subject = { kind: "client", id: clientId };
  if (changes) {
    const data = { name: fields.name, changes, ...(restores ? { restores } : {}) };
    await record(tx, actor, { kind: "client.edited", subject, clientIds: [clientId], data });
  }
}

type ChangeStatus = Pick<ChangeStatusInput, "clientId" | "version" | "statusId"> & Partial<ChangeStatusInput>;

/** Gives a client another status; leaving the active ones closes the portal for its contacts at their next request. */
export async function changeClientStatus(
  actor: Actor,
  { clientId, version, statusId, reason = null, ...followUps }: ChangeStatus,
): Promise<void> {
  await inTransaction(async (tx) => {
    const client = await findClient(actor, clientId, tx);
    if (!client) refuse("not_found", "refusals.notFound");
    const { count } = await tx.client.updateMany({
      where: { id: clientId, version, deletedAt: null },
      data: { version: { increment: 1 } },
    });
    if (count === 0) await changedMeanwhile(tx, await findClient(actor, clientId, tx));
    await writeStatus(tx, actor, { client, statusId, reason });
    await addFollowUps(tx, actor, { client, ...followUps });
  });
}

/** Somebody was faster: nothing is overwritten, and both versions are shown. */
async function changedMeanwhile(tx: Tx, client: ClientRecord | null): Promise<never> {
  if (!client) refuse("not_found", "refusals.notFound");
  const { id, version } = client;
  return refuseChangedMeanwhile(tx, { kind: "client", id }, { version, values: clientFormValues(client) });
}

/** Only a pre-client has a purpose, and only a resource organisation a kind. */
function aimOf(kind: ClientKind, { purpose, resourceKind }: Pick<EditClientInput, "purpose" | "resourceKind">) {
  if (kind !== "PRE_CLIENT") return { purpose: null, resourceKind: null };
  return { purpose, resourceKind: purpose === "RESOURCE_ORGANISATION" ? resourceKind : null };
}

const columnOf = (day: string | null) => (day === null ? null : dateColumn(day));

/** What the form names must be there to be chosen; a language that was archived stays with a client that has it. */
async function checkChoices(
  tx: Tx,
  chosen: { statusId: string; centerId: string; language: string },
  kept: string | null,
): Promise<void> {
  const [found] = await rows<{ status: boolean; center: boolean; language: boolean }>(
    sql`select exists (select from languages where identifier::text = ${chosen.language}
        and (archived_at is null or identifier::text = ${kept})) as language,
       exists (select from client_statuses where id = ${chosen.statusId}::uuid) as status,
      exists (select from centers where id = ${chosen.centerId}::uuid) as center`,
    tx,
  );
  if (!found?.status) refuse("unknown_status", "validation.id", { field: "statusId" });
  if (!found?.center) refuse("unknown_center", "validation.id", { field: "centerId" });
  if (!found?.language) refuse("unknown_language", "validation.id", { field: "language" });
}
