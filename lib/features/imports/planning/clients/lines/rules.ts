import type { CellValue } from "@/lib/features/imports/cells/rules";
import type { ClientLine } from "@/lib/features/imports/clients/schema";
import type { ColumnMapping, RowProblem } from "@/lib/features/imports/schema";

/** A line without what all of a file have in common; its row and its client stand beside it. */
export type PackedLine = [signature: string, values: (CellValue | undefined)[], problems: RowProblem[]];

const fieldsOf = ({ mapping }: { mapping: ColumnMapping }) => mapping.filter((field) => field !== null);

/** Makes lines of this file short: the names of its fields would be most of what is laid down. */
export function packer(file: { mapping: ColumnMapping }): (line: ClientLine) => PackedLine {
  const fields = fieldsOf(file);
  return ({ signature, values, problems }) => [signature, fields.map((field) => values[field]), problems];
}

/** Makes lines of this file whole again. */
export function unpacker(file: { mapping: ColumnMapping }) {
  const fields = fieldsOf(file);
  return ({
    row,
    key,
    line: [signature, values, problems],
  }: {
    row: number;
    key: string;
    line: PackedLine;
  }): ClientLine => {
    const known = fields.map((field, place) => [field, values[place]] as const).filter(([, value]) => value !== null);
    return { row, key, signature, problems, values: Object.fromEntries(known) };
  };
}
