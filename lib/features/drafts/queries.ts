import "server-only";
import { findSetting } from "@/lib/features/settings/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import type { DraftSlot } from "@/lib/platform/form-keeping";
import { isoOf } from "@/lib/values/instant";
import { storedValues } from "./schema";
import { draftsOf } from "./scope";

/** What the person left in this form, for the form to take up again. */
export async function findDraft(actor: Actor, key: string): Promise<DraftSlot> {
  const { timeZone: zone } = await findSetting("organization");
  const accountId = draftsOf(actor);
  const found = accountId
    ? await db.formDraft.findUnique({
        where: { accountId_key: { accountId, key } },
        select: { values: true, original: true, version: true, savedAt: true },
      })
    : null;
  const values = found && storedValues.parse(found.values);
  if (!found || !values) return { key, zone, kept: null };
  const original = storedValues.parse(found.original);
  return { key, zone, kept: { values, original, version: found.version, savedAt: isoOf(found.savedAt) } };
}
