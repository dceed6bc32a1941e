import "server-only";
import { findSetting } from "@/lib/features/settings/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import type { DraftSlot } from "@/lib/platform/form-keeping";
import { addMinutes, isoOf } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { EDITING_MINUTES, storedValues } from "./schema";
import { draftsOf, hearsEditorsOf } from "./scope";

/** What the person left in this form, for the form to take up again. */
export async function findDraft(actor: Actor, key: string): Promise<DraftSlot> {
  const { timeZone: zone } = await findSetting("organization");
  const accountId = draftsOf(actor);
  const [editors, found] = await Promise.all([
    listEditors(actor, key),
    accountId
      ? db.formDraft.findUnique({
          where: { accountId_key: { accountId, key } },
          select: { values: true, original: true, version: true, savedAt: true },
        })
      : null,
  ]);
  const values = found && storedValues.parse(found.values);
  if (!found || !values) return { key, zone, kept: null, editors };
  const original = storedValues.parse(found.original);
  return { key, zone, editors, kept: { values, original, version: found.version, savedAt: isoOf(found.savedAt) } };
}

const NAMED = 5;

/** The names of those who are in the middle of the same change, by when they last typed; nothing of what they type. */
export async function listEditors(actor: Actor, key: string): Promise<string[]> {
  if (!hearsEditorsOf(actor, key)) return [];
  const others = await rows<{ name: string }>(sql`
    select a.first_name || ' ' || a.last_name as name from form_drafts d join accounts a on a.id = d.account_id
    where d.key = ${key} and d.account_id <> ${actor.accountId}::uuid and a.status = 'ACTIVE'
      and d.saved_at > ${addMinutes(now(), -EDITING_MINUTES)}::timestamptz
    order by d.saved_at desc, a.id limit ${NAMED}`);
  return others.map(({ name }) => name);
}
