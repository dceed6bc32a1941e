import { type ReadOptions, type RowValues, rowReader, textOf } from "@/lib/features/imports/cells/rules";
import { readContact } from "@/lib/features/imports/clients/contacts/rules";
import type { ClientLine } from "@/lib/features/imports/clients/schema";
import { clientKey, rowSignature } from "@/lib/features/imports/keys/rules";
import { type FileRow, isError, rowProblem } from "@/lib/features/imports/schema";
import { emailKey } from "@/lib/values/email-address";
import { fullName, personKey } from "@/lib/values/person-name";

/** Makes the reader of the rows of a file of clients, each by itself. */
export function lineReader(options: ReadOptions): (row: FileRow) => ClientLine {
  const read = rowReader("clients", options);
  return (fileRow) => {
    const { row, cells } = fileRow;
    const { values, problems } = read(fileRow);
    const key = keyOf(values);
    if (!key && !problems.some(isError)) problems.push(rowProblem("client_missing", row));
    const staysOut = !key || problems.some(isError);
    return { row, key: staysOut ? null : key, values: filled(values), problems, signature: rowSignature(cells) };
  };
}

function filled(values: RowValues): RowValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function keyOf(values: RowValues): string | null {
  return clientKey(textOf(values, "client.number"), nameOf(values) ?? personName(values));
}

/** The name of the organisation that a row speaks of. */
export function nameOf(values: RowValues): string | null {
  return textOf(values, "client.name") ?? textOf(values, "client.legalName");
}

function personName(values: RowValues): string | null {
  const { contact } = readContact(values, 0);
  return contact ? fullName(contact) : null;
}

/** Who a row says has an address: two rows of one client with the same of both are one contact. */
export function addressee({ row, values }: ClientLine): { email: string; person: string } | null {
  const { contact } = readContact(values, row);
  return contact?.email ? { email: emailKey(contact.email), person: personKey(contact) } : null;
}
