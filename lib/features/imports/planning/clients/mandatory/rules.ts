import { type MandatoryField, missingFields } from "@/lib/features/clients/mandatory/rules";
import type { ReadOptions } from "@/lib/features/imports/cells/rules";
import type { PlannedClient } from "@/lib/features/imports/clients/schema";
import type { RowReason } from "@/lib/platform/operation/handler";

/** Fields of a client that a file calls otherwise. */
const COLUMN_OF: Partial<Record<MandatoryField, string>> = {
  practitionerId: "client.practitioner",
  primaryContact: "contact.lastName",
};

/** What a new client of a file lacks of the mandatory fields, each with the column it was looked for in; none of a pre-client. */
export function mandatoryProblems(
  client: PlannedClient,
  { mandatory, headers, mapping }: Pick<ReadOptions, "headers" | "mapping"> & { mandatory: readonly string[] },
): RowReason[] {
  if (client.kind === "PRE_CLIENT") return [];
  const [primaryContact] = client.contacts;
  const facts = { ...client, practitionerId: client.practitionerName, primaryContact };
  return missingFields(facts, mandatory).map((field) => {
    const column = headers[mapping.indexOf(COLUMN_OF[field] ?? `client.${field}`)] ?? null;
    return { row: client.row, column, code: "mandatory_missing", params: { field } };
  });
}
