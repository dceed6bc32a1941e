import "server-only";
import type { AccountActor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { MAX_PINS, type RecordMarks } from "./schema";
import { mayReadPins } from "./scope";

/** Pinned notes and whether this person follows the record, in one query. The caller has found the record for them. */
export async function findMarks(actor: AccountActor, subject: { kind: string; id: string }): Promise<RecordMarks> {
  const [found] = await rows<RecordMarks>(sql`select ${marksOf(actor, subject)}`);
  return found ?? { pins: [], follows: false };
}

/** The columns `follows` and `pins` of a record, for a statement that reads more than them. */
export function marksOf(actor: AccountActor, { kind, id }: { kind: string; id: string }): SqlFragment {
  return sql`
    exists (select 1 from follows where account_id = ${actor.accountId}::uuid and subject_kind = ${kind} and subject_id = ${id}::uuid) as follows,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'text', p.text, 'authorName', p.author_name, 'createdAt', p.created_at)
        order by p.created_at desc, p.id) from (
          select * from pinned_notes where subject_kind = ${kind} and subject_id = ${id}::uuid and ${mayReadPins(actor)}
          order by created_at desc limit ${2 * MAX_PINS}) p), '[]'::jsonb) as pins`;
}
