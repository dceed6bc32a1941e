import { type ReadOptions, type RowValues, textOf } from "@/lib/features/imports/cells/rules";
import { readStanding } from "@/lib/features/imports/cells/words/rules";
import { contactIndex, mergeContact, readContact, settlePrimary } from "@/lib/features/imports/clients/contacts/rules";
import { factsOf, mergeFacts } from "@/lib/features/imports/clients/facts/rules";
import { lineReader, nameOf } from "@/lib/features/imports/clients/lines/rules";
import type {
  ClientLine,
  ClientOutcome,
  ClientPlan,
  ClientRow,
  EmailCounts,
  PlannedClient,
  SharedEmail,
} from "@/lib/features/imports/clients/schema";
import { customOf } from "@/lib/features/imports/custom/rules";
import { type FileRow, type RowProblem, rowProblem } from "@/lib/features/imports/schema";
import { emailKey } from "@/lib/values/email-address";
import { fullName } from "@/lib/values/person-name";

/** A client while its rows are still coming in. */
type Draft = {
  client: PlannedClient;
  values: RowValues;
  seenRows: Set<string>;
  contacts: ReturnType<typeof contactIndex>;
};

/**
 * Works out what a file of clients would do, row by row and without a database: rows with one number (or, without
 * numbers, one folded name) are one client; the first value that is not blank wins, others are noted. Feed all rows of a
 * client in the order of the file, then call `finish` once. Where that is not the whole file, say how often the whole file
 * has each address.
 */
export function clientPlanner(options: Pick<ReadOptions, "headers" | "mapping">) {
  const drafts = new Map<string, Draft>();
  const rows = new Map<number, ClientRow>();

  function columnOf(field: string): string | null {
    return options.headers[options.mapping.indexOf(field)] ?? null;
  }

  return {
    add(line: ClientLine) {
      const { row, key, values, problems } = line;
      if (key === null) {
        rows.set(row, { row, outcome: "error", clientKey: null, contact: null, problems });
        return;
      }
      const known = drafts.get(key);
      const draft = known ?? startDraft(key, row, values);
      drafts.set(key, draft);
      if (known) problems.push(...mergeFacts(draft.values, values, { row, columnOf }));
      const { index, isNew } = addContact(draft, values, { row, problems, column: columnOf("contact.fullName") });
      noteRepeat(draft, line);
      const outcome: ClientOutcome = known ? (isNew ? "add_contact" : "same_client") : "create_client";
      draft.client.rows.push(row);
      rows.set(row, { row, outcome, clientKey: key, contact: index, problems });
    },

    finish(counts?: EmailCounts): ClientPlan {
      const clients = [...drafts.values()].map((draft) => finishClient(draft));
      const report = (problem: RowProblem) => rows.get(problem.row ?? 0)?.problems.push(problem);
      for (const client of clients) {
        settlePrimary(client.contacts, columnOf("relationship.isPrimary")).forEach(report);
        client.language = client.contacts.find((contact) => contact.isPrimary)?.language ?? null;
        checkClient(client, columnOf).forEach(report);
      }
      const sharedEmails = findSharedEmails(clients, counts);
      for (const { email, contacts } of sharedEmails) {
        const params = { email, count: counts?.get(email) ?? contacts.length };
        for (const { row } of contacts)
          report(rowProblem("shared_email", row, { column: columnOf("contact.email"), params }));
      }
      return { clients, rows: [...rows.values()], sharedEmails };
    },
  };
}

/** The plan for rows that are all at hand; see `clientPlanner`. */
export function planClients(fileRows: Iterable<FileRow>, options: ReadOptions): ClientPlan {
  const read = lineReader(options);
  const planner = clientPlanner(options);
  for (const row of fileRows) planner.add(read(row));
  return planner.finish();
}

function startDraft(key: string, row: number, values: RowValues): Draft {
  const number = textOf(values, "client.number");
  const client: PlannedClient = {
    key,
    row,
    rows: [],
    number,
    kind: number?.startsWith("@") ? "PRE_CLIENT" : "CLIENT",
    name: "",
    isPerson: false,
    standing: null,
    language: null,
    ...factsOf(values),
    contacts: [],
  };
  return { client, values: { ...values }, seenRows: new Set(), contacts: contactIndex() };
}

type ContactPlace = { row: number; problems: RowProblem[]; column: string | null };

function addContact(draft: Draft, values: RowValues, { row, problems, column }: ContactPlace) {
  const { contact, problem } = readContact(values, row);
  if (problem) problems.push(rowProblem(problem, row, { column }));
  if (!contact) return { index: null, isNew: false };
  const found = draft.contacts.find(contact);
  const known = found === null ? undefined : draft.client.contacts[found];
  if (found !== null && known) {
    mergeContact(known, contact);
    draft.contacts.add(known, found);
    problems.push(
      rowProblem("repeated_contact", row, { column, params: { name: fullName(contact), first: known.row } }),
    );
    return { index: found, isNew: false };
  }
  const index = draft.client.contacts.push(contact) - 1;
  draft.contacts.add(contact, index);
  return { index, isNew: true };
}

function noteRepeat(draft: Draft, { row, signature, problems }: ClientLine) {
  if (draft.seenRows.has(signature)) problems.push(rowProblem("repeated_row", row));
  draft.seenRows.add(signature);
}

function finishClient({ client, values }: Draft): PlannedClient {
  const organisation = nameOf(values);
  const [first] = client.contacts;
  const person = first ? fullName(first) : null;
  return {
    ...client,
    ...factsOf(values),
    custom: customOf(values, "client"),
    name: organisation ?? person ?? client.number ?? "",
    isPerson: organisation === null && person !== null,
    standing: readStanding(textOf(values, "client.status") ?? ""),
  };
}

function checkClient(client: PlannedClient, columnOf: (field: string) => string | null): RowProblem[] {
  const { row, name, number, isPerson, statusName, standing } = client;
  const nameless =
    name === number && !isPerson ? [rowProblem("name_missing", row, { params: { number: number ?? "" } })] : [];
  if (statusName === null || standing !== null) return nameless;
  const column = columnOf("client.status");
  return [...nameless, rowProblem("status_unknown", row, { column, params: { value: statusName } })];
}

function findSharedEmails(clients: readonly PlannedClient[], counts?: EmailCounts): SharedEmail[] {
  const groups = new Map<string, SharedEmail>();
  for (const { key, contacts } of clients) {
    for (const { email, row } of contacts) {
      if (email === null) continue;
      const folded = emailKey(email);
      const group = groups.get(folded) ?? { email: folded, contacts: [] };
      group.contacts.push({ row, clientKey: key });
      groups.set(folded, group);
    }
  }
  return [...groups.values()].filter(({ email, contacts }) => (counts?.get(email) ?? contacts.length) > 1);
}
