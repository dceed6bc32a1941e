import "server-only";
import { prospectsMatching } from "@/lib/features/prospects/queries";
import type { ProspectChoice } from "@/lib/features/prospects/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import type { BoardColumn } from "./schema";

/** The stages in their order, each with the first of its prospects: one query, one index walk for each column. */
export async function listBoard(
  actor: Actor,
  choice: ProspectChoice,
  { zone, cards }: { zone: string; cards: number },
): Promise<BoardColumn[]> {
  const where = prospectsMatching(actor, choice, { zone });
  return rows<BoardColumn>(sql`
    select s.id, s.name::text as name, s.outcome::text as outcome, total.count, coalesce(shown.cards, '[]'::jsonb) as cards
    from prospect_stages s
    cross join lateral (
      select count(*)::int as count from prospects where prospects.stage_id = s.id and ${where}
    ) total
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'stageId', s.id, 'source', c.source,
        'owner', (select o.first_name || ' ' || o.last_name from accounts o where o.id = c.owner_id),
        'nextStep', c.next_step, 'nextStepOn', c.next_step_on) order by c.staged_at desc, c.id desc) as cards
      from (select prospects.* from prospects where prospects.stage_id = s.id and ${where}
        order by prospects.staged_at desc, prospects.id desc limit ${cards}) c
    ) shown on true
    where s.archived_at is null or total.count > 0
    order by s.position, s.name`);
}
