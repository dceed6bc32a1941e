import type { RowSource } from "@/lib/features/imports/planning/schema";
import type { ImportRowView } from "@/lib/features/imports/results/schema";
import type { OperationRowView } from "@/lib/platform/operation/queries";
import { fullName } from "@/lib/values/person-name";

/** What a row of the operation says to a person; rows are written by the planning of this feature only. */
export function importRowView(row: OperationRowView): ImportRowView {
  const { id, outcome, reasons, undo, position } = row;
  const base = { id, outcome, reasons, undo, rows: [position], client: null, made: null, contacts: [], session: null };
  const source = row.source as RowSource | null;
  if (source?.type === "named") return { ...base, rows: [], made: source.name };
  if (source?.type === "client") {
    const { client } = source;
    const exists = row.subjectId !== null && (row.applied || outcome !== "create") && undo !== "undone";
    return {
      ...base,
      rows: client.rows,
      client: { id: exists ? row.subjectId : null, number: client.number, name: client.name },
      contacts: client.contacts.map(fullName),
    };
  }
  if (source?.type !== "session") return base;
  const { date, practitionerName, type } = source.session;
  return { ...base, client: source.client, session: { date, practitioner: practitionerName, type } };
}
