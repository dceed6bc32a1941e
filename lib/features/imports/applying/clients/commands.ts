import "server-only";
import { fillClients } from "@/lib/features/imports/applying/clients/filling/commands";
import { nextNumbers, reserveNumbers } from "@/lib/features/imports/applying/clients/numbers/commands";
import {
  insertAssignments,
  insertContacts,
  insertSignatures,
  type NewSignature,
  newContacts,
} from "@/lib/features/imports/applying/clients/parts/commands";
import { clientRecord, type NewContact, nameOf, signerOf } from "@/lib/features/imports/applying/clients/rules";
import { insertCustom } from "@/lib/features/imports/applying/custom/commands";
import type { ApplyContext, RowOf } from "@/lib/features/imports/applying/schema";
import { findExistingClients } from "@/lib/features/imports/matching/queries";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { recordMany } from "@/lib/platform/history/record-many";
import type { RowResult } from "@/lib/platform/operation/handler";
import { type TraceBook, traceBook } from "@/lib/platform/operation/trace-book";
import { isoOf } from "@/lib/values/instant";

/**
 * Makes the clients of these rows with their contacts, or adds to those that are here by now. Everything is written in
 * sets: a handful of statements whatever the number of rows.
 */
export async function applyClients(
  tx: Tx,
  batch: readonly RowOf<"client">[],
  context: ApplyContext,
): Promise<RowResult[]> {
  if (batch.length === 0) return [];
  const existing = await findExistingClients(
    tx,
    batch.map(({ source }) => source.client),
  );
  const [known, unknown] = [batch.filter(isKnown), batch.filter((row) => !isKnown(row))];
  function isKnown({ source }: RowOf<"client">) {
    return existing.has(source.client.key);
  }
  const book = traceBook();
  const created = await createClients(tx, unknown, { ...context, book });
  const filled = await fillClients(tx, known, { ...context, book, existing });
  const traces = await book.close(tx);
  return [...created, ...filled].map((result) => ({ ...result, ...traces.get(result.id) }));
}

type NewClient = {
  row: RowOf<"client">;
  id: string;
  centerId: string;
  practitionerId: string | null;
  contacts: NewContact[];
};

async function createClients(
  tx: Tx,
  batch: readonly RowOf<"client">[],
  context: ApplyContext & { book: TraceBook },
): Promise<RowResult[]> {
  const placed = batch.flatMap((row): NewClient[] => {
    const { client } = row.source;
    const centerId = context.names.find("center", client.centerName)?.id ?? context.choices.centerId;
    const practitionerId = context.names.find("practitioner", client.practitionerName)?.id ?? null;
    // A row that was to fill a client which is gone by now still names that one as its subject.
    if (!centerId || row.outcome !== "create" || !row.subjectId) return [];
    return [{ row, id: row.subjectId, centerId, practitionerId, contacts: newContacts(client.contacts) }];
  });
  await writeClients(tx, placed, context);
  const made = new Set(placed.map(({ row }) => row.id));
  return batch.map((row) => (made.has(row.id) ? { id: row.id, outcome: "create" } : refusal(row)));
}

function refusal({ id, outcome, source: { client } }: RowOf<"client">): RowResult {
  const code = outcome === "create" ? "center_missing" : "client_not_found";
  const params = { client: client.number ?? client.name, number: client.number ?? "" };
  return { id, outcome: "refused", reasons: [{ row: client.row, column: null, code, params }] };
}

async function writeClients(tx: Tx, clients: readonly NewClient[], context: ApplyContext & { book: TraceBook }) {
  if (clients.length === 0) return;
  const { operation, names, choices, fileName, summary, book, own } = context;
  const stamp = { at: isoOf(now()) };
  await reserveNumbers(tx, summary.highestNumber);
  const given = await nextNumbers(tx, clients.filter(({ row }) => !row.source.client.number).length);
  const numbered = clients.map((client) => ({
    ...client,
    number: client.row.source.client.number ?? given.shift() ?? "",
  }));
  const fallback = choices.statusId ?? names.status(null, "ACTIVE") ?? "";
  const records = numbered.map(({ row: { source }, ...places }) => {
    const statusId = names.status(source.client.statusName, source.client.standing) ?? fallback;
    return clientRecord(source.client, { ...places, statusId }, stamp);
  });
  for (const { row, id } of numbered) book.created(row.id, "clients", id);
  const contacts = numbered.map(({ row, id, contacts }) => ({ rowId: row.id, clientId: id, contacts }));
  await insertContacts(tx, contacts, { book, stamp, own, records });
  const said = numbered.map(({ row, id }) => ({ rowId: row.id, recordId: id, custom: row.source.client.custom }));
  await insertCustom(tx, { record: "client", said }, { book, own });
  await insertAssignments(
    tx,
    numbered.map(({ row, id, practitionerId }) => ({ rowId: row.id, clientId: id, practitionerId })),
    { book, stamp },
  );
  await insertSignatures(
    tx,
    numbered.flatMap((client) => signatureOf(client, context)),
    { book, stamp },
  );
  const entries = numbered.map(({ id, number, row: { source } }) => ({
    kind: "client.imported" as const,
    subject: { kind: "client", id },
    data: { name: source.client.name, number, fileName },
    clientId: id,
  }));
  const written = await recordMany(tx, operation.actor, entries, { operationId: operation.id, leading: false });
  written.forEach(({ streamId }, index) => {
    const row = numbered[index]?.row;
    if (row && streamId) book.created(row.id, "stream_entries", streamId);
  });
}

function signatureOf({ row, id, centerId, contacts }: NewClient, { names }: ApplyContext): NewSignature[] {
  const { signedOn, name } = row.source.client;
  if (!signedOn) return [];
  const signer = signerOf(contacts);
  const zone = names.zoneOf(centerId) ?? "UTC";
  return [
    {
      rowId: row.id,
      clientId: id,
      signedOn,
      zone,
      contactId: signer?.id ?? null,
      signerName: signer ? nameOf(signer) : name,
    },
  ];
}
