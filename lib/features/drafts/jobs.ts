import "server-only";
import { now } from "@/lib/platform/clock";
import { execute } from "@/lib/platform/db/rows";
import { addSeconds } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { DRAFT_DAYS } from "./schema";

/** Removes drafts that nobody came back for. */
export async function tidyDrafts(): Promise<void> {
  const before = addSeconds(now(), -DRAFT_DAYS * 86_400);
  await execute(sql`delete from form_drafts where saved_at < ${before}::timestamptz`);
}
