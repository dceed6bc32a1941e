import "server-only";
import { termValues } from "@/lib/features/clients/copy";
import { findCustomFields } from "@/lib/features/custom-fields/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { type Actor, actingOn } from "@/lib/platform/access/actor";
import { inTransaction } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { sql } from "@/lib/values/sql";
import { sheetPieces } from "./queries";
import { EXPORTED_LISTS } from "./schema";
import { EXPORT_SHEETS, tableOf } from "./sheets/queries";

type Words = (key: string, values?: Record<string, string | number>) => string;
type Asked = { list: string; address: Readonly<Record<string, string>> };

/**
 * The records that an address of a list means, within what the person may see, as a sheet that is written while it is
 * sent. History keeps who took how many out, and by which address. Null for a list that there is not, or
 * not for this person.
 * @throws {RefusalError} unreadable_filter
 */
export async function exportList(actor: Actor, { list: asked, address }: Asked, { words }: { words: Words }) {
  const list = EXPORTED_LISTS.find((each) => each === asked);
  if (!list || !actor.can(`${list}.view`) || actor.reach(list, "report") === "none") return null;
  const sheet = EXPORT_SHEETS[list];
  const chosen = await sheet.noun.chosen(actingOn(actor, list, "report"), address);
  const [fields, terms] = await Promise.all([findCustomFields(sheet.record), findSetting("terminology")]);
  const live = fields.filter(({ archived }) => !archived);
  await inTransaction(async (tx) => {
    const [found] = await rows<{ count: number }>(
      sql`select count(*)::int as count from ${tableOf(sheet.record)} where ${chosen}`,
      tx,
    );
    const data = { list, count: found?.count ?? 0, address: new URLSearchParams(address).toString() };
    await record(tx, actor, { kind: "list.exported", subject: { kind: "list", id: null }, data });
  });
  const values = termValues(terms);
  const pieces = sheetPieces(sheet, { chosen, fields: live, words, values });
  return { name: `${words(`exports.names.${list}`, values)}.csv`, pieces };
}
