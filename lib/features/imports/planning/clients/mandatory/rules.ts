import { type MandatoryField, missingFields } from "@/lib/features/clients/mandatory/rules";
import type { CustomField } from "@/lib/features/custom-fields/schema";
import type { ReadOptions } from "@/lib/features/imports/cells/rules";
import type { PlannedClient } from "@/lib/features/imports/clients/schema";
import { customKey } from "@/lib/features/imports/custom/rules";
import type { RowReason } from "@/lib/platform/operation/handler";

/** Fields of a client that a file calls otherwise. */
const COLUMN_OF: Partial<Record<MandatoryField, string>> = {
  practitionerId: "client.practitioner",
  primaryContact: "contact.lastName",
};

type Demands = Pick<ReadOptions, "headers" | "mapping"> & {
  mandatory: readonly string[];
  customFields: readonly CustomField[];
};

/** What a new client of a file lacks of the mandatory fields, each with the column it was looked for in; none of a pre-client. */
export function mandatoryProblems(
  client: PlannedClient,
  { mandatory, headers, mapping, customFields }: Demands,
): RowReason[] {
  if (client.kind === "PRE_CLIENT") return [];
  const [primaryContact] = client.contacts;
  const facts = { ...client, practitionerId: client.practitionerName, primaryContact };
  const columnOf = (key: string) => headers[mapping.indexOf(key)] ?? null;
  const known = missingFields(facts, mandatory).map((field) => {
    const column = columnOf(COLUMN_OF[field] ?? `client.${field}`);
    return { row: client.row, column, code: "mandatory_missing", params: { field } };
  });
  const own = customFields
    .filter((field) => field.mandatory && !field.archived && !client.custom?.[field.id])
    .map(({ id, label }) => {
      const params = { label };
      return { row: client.row, column: columnOf(customKey("client", id)), code: "custom_missing", params };
    });
  return [...known, ...own];
}
