import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import type { StageRow } from "./schema";

/** The stages in their order with how many prospects stand there; archived ones last. */
export async function listStages(actor: Actor): Promise<StageRow[]> {
  if (!actor.can("settings.edit")) return [];
  return rows<StageRow>(sql`
    select s.id, s.name::text as name, s.outcome::text as outcome, s.archived_at is not null as archived,
      (select count(*)::int from prospects p where p.stage_id = s.id and p.deleted_at is null) as prospects
    from prospect_stages s order by s.archived_at is not null, s.position, s.name limit 200`);
}

/** Where a new prospect begins. */
export async function findFirstStage(tx: Tx): Promise<string> {
  const [found] = await rows<{ id: string }>(
    sql`select id from prospect_stages where archived_at is null order by outcome, position, name limit 1`,
    tx,
  );
  if (!found) throw new Error("there is no stage that a prospect could begin in");
  return found.id;
}

/** The stage that says a prospect was won; null where there is none. */
export async function findWonStage(): Promise<{ id: string; name: string } | null> {
  const [found] = await rows<{ id: string; name: string }>(
    sql`select id, name::text as name from prospect_stages where outcome = 'WON' and archived_at is null
      order by position, name limit 1`,
  );
  return found ?? null;
}
