import "server-only";
import { OWN_WORD, plainValue } from "@/lib/features/custom-fields/rules";
import type { CustomField } from "@/lib/features/custom-fields/schema";
import {
  insertAssignments,
  insertContacts,
  insertSignatures,
  newContacts,
} from "@/lib/features/imports/applying/clients/parts/commands";
import {
  changesOf,
  factColumns,
  filledChanges,
  type NewContact,
  nameOf,
  signerOf,
} from "@/lib/features/imports/applying/clients/rules";
import { insertCustom } from "@/lib/features/imports/applying/custom/commands";
import type { ApplyContext, RowOf } from "@/lib/features/imports/applying/schema";
import type { PlannedClient } from "@/lib/features/imports/clients/schema";
import type { OwnFields } from "@/lib/features/imports/custom/schema";
import { additionsTo, addsNothing, mayBeSame } from "@/lib/features/imports/matching/rules";
import type { ClientAdditions, ContactFill, ExistingClient } from "@/lib/features/imports/matching/schema";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { type ManyEntry, recordMany } from "@/lib/platform/history/record-many";
import type { RowResult } from "@/lib/platform/operation/handler";
import type { TraceBook } from "@/lib/platform/operation/trace-book";
import { isoOf } from "@/lib/values/instant";
import { fullName } from "@/lib/values/person-name";
import { sql } from "@/lib/values/sql";

type Filling = ApplyContext & { book: TraceBook; existing: ReadonlyMap<string, ExistingClient> };
type Added = { row: RowOf<"client">; client: ExistingClient; additions: ClientAdditions; contacts: NewContact[] };

/** Adds to clients that are here already what the file knows and they do not; nothing that stands is overwritten. */
export async function fillClients(tx: Tx, batch: readonly RowOf<"client">[], filling: Filling): Promise<RowResult[]> {
  const added = batch.flatMap((row): Added[] => {
    const client = filling.existing.get(row.source.client.key);
    if (!client || client.deleted || !mayBeSame(row.source.client, client)) return [];
    const practitionerId = filling.names.find("practitioner", row.source.client.practitionerName)?.id ?? null;
    const additions = additionsTo(client, row.source.client, { practitionerId });
    return addsNothing(additions) ? [] : [{ row, client, additions, contacts: newContacts(additions.newContacts) }];
  });
  await writeAdditions(tx, added, filling);
  const changed = new Set(added.map(({ row }) => row.id));
  return batch.map(({ id, source }) => {
    const client = filling.existing.get(source.client.key);
    const subject = client ? { kind: "client", id: client.id } : undefined;
    if (client && !client.deleted && !mayBeSame(source.client, client)) return { ...taken(source.client, client), id };
    return { id, outcome: changed.has(id) ? "update" : "unchanged", subject };
  });
}

/** Somebody gave the number to another client since the plan. */
function taken({ row, number }: PlannedClient, { name }: ExistingClient): Pick<RowResult, "outcome" | "reasons"> {
  return {
    outcome: "refused",
    reasons: [{ row, column: null, code: "number_taken", params: { number: number ?? "", name } }],
  };
}

async function writeAdditions(
  tx: Tx,
  added: readonly Added[],
  { book, names, operation, own }: Filling,
): Promise<void> {
  if (added.length === 0) return;
  const stamp = { at: isoOf(now()) };
  await fillFacts(tx, added, { book, stamp });
  const said = added.map(({ row, client, additions: { custom } }) => ({ rowId: row.id, recordId: client.id, custom }));
  await insertCustom(tx, { record: "client", said }, { book, own });
  await fillContacts(tx, added, { book, stamp, own });
  await insertContacts(
    tx,
    added.map(({ row, client, contacts }) => ({ rowId: row.id, clientId: client.id, contacts })),
    { book, stamp, own },
  );
  const assigned = added.map(({ row, client, additions }) => ({
    rowId: row.id,
    clientId: client.id,
    practitionerId: additions.facts.practitionerId ? String(additions.facts.practitionerId) : null,
  }));
  await insertAssignments(tx, assigned, { book, stamp });
  const signed = added.flatMap(({ row, client, additions: { facts }, contacts }) => {
    if (!facts.signedOn || client.hasSignature) return [];
    const [first] = client.contacts;
    const signer = signerOf(contacts);
    const signerName = first ? fullName(first) : signer ? nameOf(signer) : client.name;
    const zone = names.zoneOf(client.centerId) ?? "UTC";
    return [
      {
        rowId: row.id,
        clientId: client.id,
        signedOn: String(facts.signedOn),
        zone,
        contactId: first?.id ?? signer?.id ?? null,
        signerName,
      },
    ];
  });
  await insertSignatures(tx, signed, { book, stamp });
  const entries = added.flatMap((each) => entriesOf(each, own));
  const written = await recordMany(
    tx,
    operation.actor,
    entries.map(({ entry }) => entry),
    {
      operationId: operation.id,
      leading: false,
    },
  );
  written.forEach(({ streamId }, index) => {
    const rowId = entries[index]?.rowId;
    if (rowId && streamId) book.created(rowId, "stream_entries", streamId);
  });
}

type Writing = { book: TraceBook; stamp: { at: string } };

async function fillFacts(tx: Tx, added: readonly Added[], { book, stamp }: Writing) {
  const filled = added.filter(({ additions }) => Object.keys({ ...additions.facts, ...additions.custom }).length > 0);
  if (filled.length === 0) return;
  await book.changing(
    tx,
    "clients",
    filled.map(({ row, client }) => ({ row: row.id, key: client.id })),
  );
  const records = filled.map(({ client, additions }) => ({ id: client.id, ...factColumns(additions.facts) }));
  await execute(
    sql`update clients c set version = c.version + 1, updated_at = ${stamp.at}::timestamptz,
        legal_name = coalesce(c.legal_name, f.legal_name), phone = coalesce(c.phone, f.phone), email = coalesce(c.email, f.email),
        website = coalesce(c.website, f.website), naics = coalesce(c.naics, f.naics), industry = coalesce(c.industry, f.industry),
        employee_count = coalesce(c.employee_count, f.employee_count), started_on = coalesce(c.started_on, f.started_on),
        signed_on = coalesce(c.signed_on, f.signed_on), address_line1 = coalesce(c.address_line1, f.address_line1),
        address_line2 = coalesce(c.address_line2, f.address_line2), city = coalesce(c.city, f.city), state = coalesce(c.state, f.state),
        postal_code = coalesce(c.postal_code, f.postal_code), practitioner_id = coalesce(c.practitioner_id, f.practitioner_id)
      from jsonb_populate_recordset(null::clients, ${JSON.stringify(records)}::jsonb) f where c.id = f.id`,
    tx,
  );
}

async function fillContacts(tx: Tx, added: readonly Added[], { book, stamp, own }: Writing & { own: OwnFields }) {
  const contacts = added.flatMap(({ row, additions }) =>
    additions.contacts.map((fill) => ({ row: row.id, key: fill.contactId, fill })),
  );
  const titles = added.flatMap(({ row, additions }) =>
    additions.titles.map((fill) => ({ row: row.id, key: fill.relationshipId, fill })),
  );
  await book.changing(tx, "contacts", contacts);
  await book.changing(tx, "relationships", titles);
  await execute(
    sql`update contacts c set version = c.version + 1, updated_at = ${stamp.at}::timestamptz, email = coalesce(c.email, f.email),
        phone = coalesce(c.phone, f.phone)
      from jsonb_to_recordset(${JSON.stringify(contacts.map(({ fill }) => fill))}::jsonb) as f ("contactId" uuid, email citext, phone text)
      where c.id = f."contactId"`,
    tx,
  );
  await execute(
    sql`update relationships r set title = f.title
      from jsonb_to_recordset(${JSON.stringify(titles.map(({ fill }) => fill))}::jsonb) as f ("relationshipId" uuid, title text)
      where r.id = f."relationshipId"`,
    tx,
  );
  const said = contacts.map(({ row, fill }) => ({ rowId: row, recordId: fill.contactId, custom: fill.custom }));
  await insertCustom(tx, { record: "contact", said }, { book, own });
}

function entriesOf({ row, client, additions, contacts }: Added, own: OwnFields): { rowId: string; entry: ManyEntry }[] {
  const about = { subject: { kind: "client", id: client.id }, clientId: client.id };
  const changes = { ...filledChanges(additions), ...ownChanges(additions.custom, own.client) };
  const edited: ManyEntry[] =
    Object.keys(changes).length > 0 ? [{ kind: "client.edited", data: { name: client.name, changes }, ...about }] : [];
  const linked: ManyEntry[] = contacts.map((added) => ({
    kind: "contact.linked",
    data: { name: nameOf(added), title: added.contact.title },
    ...about,
  }));
  const completed = additions.contacts.map((fill) => contactEntry(fill, client, own));
  return [...edited, ...completed, ...linked].map((entry) => ({ rowId: row.id, entry }));
}

function contactEntry({ contactId, custom, ...said }: ContactFill, client: ExistingClient, own: OwnFields): ManyEntry {
  const changes = { ...changesOf(said), ...ownChanges(custom, own.contact) };
  const person = client.contacts.find(({ id }) => id === contactId);
  return {
    kind: "contact.edited",
    subject: { kind: "contact", id: contactId },
    data: { name: person ? fullName(person) : "", changes },
    clientId: client.id,
  };
}

function ownChanges(custom: Record<string, string> = {}, fields: readonly CustomField[]) {
  const told = fields.flatMap((field) => {
    const value = custom[field.id];
    if (value === undefined || field.archived) return [];
    return [[`${OWN_WORD}${field.label}`, { from: null, to: plainValue({ ...field, value }) }] as const];
  });
  return Object.fromEntries(told);
}
