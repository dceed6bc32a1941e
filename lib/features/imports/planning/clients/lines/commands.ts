import "server-only";
import { addressee, lineReader } from "@/lib/features/imports/clients/lines/rules";
import type { ClientLine } from "@/lib/features/imports/clients/schema";
import { readRows } from "@/lib/features/imports/files/rules";
import { packer } from "@/lib/features/imports/planning/clients/lines/rules";
import { type ReadableImport, readerOf } from "@/lib/features/imports/planning/queries";
import { PROBLEM_SEVERITY } from "@/lib/features/imports/schema";
import type { Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { insertRows } from "@/lib/platform/operation/rows";
import { sql } from "@/lib/values/sql";

const AT_ONCE = 1000;

/**
 * Reads the file and lays its rows down in the database, where they are put together by client; the heap never holds more
 * than a piece of the file. Rows that stay out become refused rows of the plan at once.
 * @returns how many rows the file has and how many of those that stay out were warned about, too.
 */
export async function stageLines(tx: Tx, file: ReadableImport): Promise<{ rows: number; warnings: number }> {
  await execute(
    sql`create temporary table staged_lines (row int, key text, email text, person text, line json) on commit drop`,
    tx,
  );
  const read = lineReader(readerOf(file));
  const pack = packer(file);
  const counts = { rows: 0, warnings: 0 };
  let waiting: ClientLine[] = [];
  for await (const rows of readRows(file.open, file.shape)) {
    counts.rows += rows.length;
    for (const row of rows) waiting.push(read(row));
    if (waiting.length < AT_ONCE) continue;
    counts.warnings += await keep(tx, file.operationId, { lines: waiting, pack });
    waiting = [];
  }
  counts.warnings += await keep(tx, file.operationId, { lines: waiting, pack });
  await execute(
    sql`create temporary table staged_emails on commit drop as
      select email, count(*)::int as contacts from (select distinct email, key, person from staged_lines where email is not null) l
      group by email having count(*) > 1`,
    tx,
  );
  return counts;
}

type Waiting = { lines: readonly ClientLine[]; pack: ReturnType<typeof packer> };

async function keep(tx: Tx, operationId: string, { lines, pack }: Waiting): Promise<number> {
  const staged = lines.filter(({ key }) => key !== null);
  const content = staged.map((line) => ({ row: line.row, key: line.key, line: pack(line), ...addressee(line) }));
  await execute(
    sql`insert into staged_lines (row, key, email, person, line)
      select * from json_to_recordset(${JSON.stringify(content)}::json) as l (row int, key text, email text, person text, line json)`,
    tx,
  );
  const out = lines.filter(({ key }) => key === null);
  if (out.length === 0) return 0;
  await insertRows(
    tx,
    operationId,
    out.map(({ row, problems }) => ({ position: row, outcome: "refused", reasons: problems })),
  );
  return out.filter(({ problems }) => problems.some(({ code }) => PROBLEM_SEVERITY[code] === "warning")).length;
}
