import { autoMap, checkMapping } from "@/lib/features/imports/columns/rules";
import type { ColumnProfile, FileInspection } from "@/lib/features/imports/files/schema";
import { type ImportKind, isError } from "@/lib/features/imports/schema";
import { cleanText, hasUnstorable } from "@/lib/values/text";
import type { StoredInspection } from "./schema";

const SHOWN_SAMPLES = 20;
const SHOWN_PROBLEMS = 200;

/** What a file most likely holds: sessions where a date and a client are found among its columns and few facts of one. */
export function detectKind(columns: readonly ColumnProfile[]): ImportKind {
  const headers = columns.map(({ header }) => header);
  const coverage = (kind: ImportKind) => {
    const mapping = autoMap(kind, columns);
    const missing = checkMapping(kind, headers, mapping).some(isError);
    return missing ? 0 : mapping.filter((key) => key !== null).length;
  };
  return coverage("sessions") > coverage("clients") ? "sessions" : "clients";
}

/**
 * What of an inspection is kept: enough to choose columns by and to say what is wrong. Samples may hold anything, also
 * what no column takes.
 */
export function inspectionToStore({ preview: _, ...inspection }: FileInspection): StoredInspection {
  return storable({
    ...inspection,
    columns: inspection.columns.map((column) => ({ ...column, samples: column.samples.slice(0, SHOWN_SAMPLES) })),
    problems: inspection.problems.slice(0, SHOWN_PROBLEMS),
  });
}

function storable<Value>(value: Value): Value {
  return JSON.parse(
    JSON.stringify(value, (_, part) => (typeof part === "string" && hasUnstorable(part) ? cleanText(part) : part)),
  );
}
