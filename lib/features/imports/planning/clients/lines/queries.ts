import "server-only";
import type { PackedLine } from "@/lib/features/imports/planning/clients/lines/rules";
import type { Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";

/** A row that was laid down, and how many contacts of the file have its address where there are several. */
export type StagedLine = {
  row: number;
  key: string;
  line: PackedLine;
  email: string | null;
  contacts: number | null;
};

const AT_ONCE = 1500;

/** The staged rows of the file, client by client in the order of their first rows, in pieces of whole clients. */
export async function* readStagedLines(tx: Tx): AsyncGenerator<StagedLine[]> {
  await execute(
    sql`declare clients_of_file no scroll cursor for
      select l.row, l.key, l.line, l.email, e.contacts
      from (select *, min(row) over (partition by key) as first_row from staged_lines) l
      left join staged_emails e on e.email = l.email order by l.first_row, l.row`,
    tx,
  );
  let held: StagedLine[] = [];
  for (let ended = false; !ended; ) {
    const found = await rows<StagedLine>(sql`fetch 1500 from clients_of_file`, tx);
    ended = found.length < AT_ONCE;
    const all = [...held, ...found];
    // Further rows of the last client may be still to come.
    const last = all.at(-1)?.key;
    const whole = ended ? all.length : all.findLastIndex(({ key }) => key !== last) + 1;
    held = all.slice(whole);
    if (whole > 0) yield all.slice(0, whole);
  }
}

/** How many addresses of the file belong to several contacts. */
export async function countSharedEmails(tx: Tx): Promise<number> {
  const [found] = await rows<{ count: number }>(sql`select count(*)::int as count from staged_emails`, tx);
  return found?.count ?? 0;
}
