import type { RequiredField, WorkflowStatus } from "@/lib/features/clients/workflows/schema";
import type { ReadOptions } from "@/lib/features/imports/cells/rules";
import type { PlannedClient } from "@/lib/features/imports/clients/schema";
import type { RowReason } from "@/lib/platform/operation/handler";
import { isBlank } from "@/lib/values/text";

/** Where a file says what a status asks for; of invoices a file says nothing. */
const COLUMN_OF: Partial<Record<RequiredField, string>> = {
  address: "client.addressLine1",
  practitioner: "client.practitioner",
  primaryContact: "contact.lastName",
};

function lacks(client: PlannedClient, field: RequiredField): boolean {
  if (field === "address") return isBlank(client.addressLine1) || isBlank(client.city);
  if (field === "practitioner") return isBlank(client.practitionerName);
  if (field === "primaryContact") return client.contacts.length === 0;
  if (field === "billing") return true;
  return isBlank(String(client[field] ?? ""));
}

type Rules = Pick<ReadOptions, "headers" | "mapping"> & {
  status: WorkflowStatus | null;
  /** Whether whoever imports may give statuses that only administrators give. */
  setsAny: boolean;
};

/**
 * What keeps a new client of a file from the status it is to have: the status's own rules. What would follow from the
 * status (tasks, messages, letters) does not follow from an import, and no reason is asked for: the import is the reason.
 */
export function statusProblems(client: PlannedClient, { status, setsAny, headers, mapping }: Rules): RowReason[] {
  if (!status) return [];
  const problem = (code: string, key: string, params: Record<string, string> = {}): RowReason => {
    const column = headers[mapping.indexOf(key)] ?? null;
    return { row: client.row, column, code, params: { status: status.name, ...params } };
  };
  const { maySet, requiredFields } = status.workflow;
  return [
    ...(maySet === "ADMINISTRATOR" && !setsAny ? [problem("status_of_administrators", "client.status")] : []),
    ...(status.blocksAssignments && client.practitionerName
      ? [problem("status_blocks_assignments", "client.practitioner")]
      : []),
    ...requiredFields
      .filter((field) => lacks(client, field))
      .map((field) => problem("status_lacks", COLUMN_OF[field] ?? `client.${field}`, { field })),
  ];
}
