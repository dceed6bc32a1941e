import "server-only";
import { newVerificationCode } from "@/lib/features/agreements/verification/rules";
import { contactRecord, type NewContact, relationshipRecord } from "@/lib/features/imports/applying/clients/rules";
import { insertCustom } from "@/lib/features/imports/applying/custom/commands";
import type { PlannedContact } from "@/lib/features/imports/clients/schema";
import type { OwnFields } from "@/lib/features/imports/custom/schema";
import type { Tx } from "@/lib/platform/db/db";
import { insertMany, insertTogether } from "@/lib/platform/db/insert-many";
import { rows } from "@/lib/platform/db/rows";
import type { TraceBook } from "@/lib/platform/operation/trace-book";
import { newId } from "@/lib/values/id";
import { isoOf } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { toInstant } from "@/lib/values/wall-clock";

type Writing = { book: TraceBook; stamp: { at: string } };
type OfClient = { rowId: string; clientId: string };

export function newContacts(contacts: readonly PlannedContact[]): NewContact[] {
  return contacts.map((contact) => ({ id: newId(), relationshipId: newId(), contact }));
}

/**
 * Contacts and what they are to their client, and with them new clients: in one statement, so that what a client is found
 * by is worked out once.
 */
export async function insertContacts(
  tx: Tx,
  clients: readonly (OfClient & { contacts: readonly NewContact[] })[],
  { book, stamp, own, records = [] }: Writing & { own: OwnFields; records?: readonly Record<string, unknown>[] },
): Promise<void> {
  const all = clients.flatMap(({ contacts, ...client }) => contacts.map((contact) => ({ ...client, contact })));
  await insertTogether(tx, {
    clients: records,
    contacts: all.map(({ contact }) => contactRecord(contact, stamp)),
    relationships: all.map(({ clientId, contact }) => relationshipRecord(clientId, contact, stamp)),
  });
  for (const { rowId, contact } of all) {
    book.created(rowId, "contacts", contact.id);
    book.created(rowId, "relationships", contact.relationshipId);
  }
  const said = all.map(({ rowId, contact: { id, contact } }) => ({ rowId, recordId: id, custom: contact.custom }));
  await insertCustom(tx, { record: "contact", said }, { book, own });
}

/** Assigns practitioners to clients; who is assigned already stays so, and belongs to no row. */
export async function insertAssignments(
  tx: Tx,
  assignments: readonly (OfClient & { practitionerId: string | null })[],
  { book, stamp }: Writing,
): Promise<void> {
  const rowOf = new Map<string, string>();
  for (const { rowId, clientId, practitionerId } of assignments) {
    const key = `${clientId}:${practitionerId}`;
    if (practitionerId && !rowOf.has(key)) rowOf.set(key, rowId);
  }
  if (rowOf.size === 0) return;
  const pairs = [...rowOf.keys()].map((key) => key.split(":"));
  const added = await rows<{ key: string }>(
    sql`insert into client_practitioners (client_id, practitioner_id, assigned_at)
      select *, ${stamp.at}::timestamptz
      from unnest(${pairs.map(([clientId]) => clientId)}::uuid[], ${pairs.map(([, practitionerId]) => practitionerId)}::uuid[])
      on conflict do nothing returning client_id || ':' || practitioner_id as key`,
    tx,
  );
  for (const { key } of added) book.created(rowOf.get(key) ?? "", "client_practitioners", key);
}

export type NewSignature = OfClient & {
  signedOn: string;
  /** The center's zone, in which the day lay. */
  zone: string;
  contactId: string | null;
  signerName: string;
};

/** That the agreement was signed in the old system; its text is not ours, so it binds to no version. */
export async function insertSignatures(
  tx: Tx,
  signatures: readonly NewSignature[],
  { book, stamp }: Writing,
): Promise<void> {
  const records = signatures.map(({ clientId, contactId, signedOn, zone, signerName }) => ({
    id: newId(),
    client_id: clientId,
    contact_id: contactId,
    method: "IMPORTED",
    signer_name: signerName,
    signed_at: isoOf(toInstant(signedOn, "12:00", zone)),
    signed_on: signedOn,
    verification_code: newVerificationCode(),
    created_at: stamp.at,
  }));
  await insertMany(tx, "signatures", records);
  for (const [index, { id }] of records.entries()) book.created(signatures[index]?.rowId ?? "", "signatures", id);
}
