import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { type SqlFragment, sql, sqlName } from "@/lib/values/sql";
import type { Configured, LastChange } from "./schema";

const inUse = (table: string): SqlFragment =>
  sql`(select count(*)::int from ${sqlName(table)} where archived_at is null)`;

/** What the lists of the configuration hold, in one question; null for who may not change them. */
export async function countConfigured(actor: Actor): Promise<Configured | null> {
  if (!actor.can("settings.edit")) return null;
  const [found] = await rows<Configured>(sql`select ${inUse("client_statuses")} as statuses,
    ${inUse("services")} as services, ${inUse("funding_sources")} as "fundingSources", ${inUse("languages")} as languages,
    ${inUse("prospect_stages")} as "prospectStages", ${inUse("action_codes")} as "actionCodes",
    ${inUse("custom_fields")} as "ownFields", ${inUse("email_templates")} as templates,
    (select max(number) from agreement_versions where center_id is null) as agreement`);
  return found ?? null;
}

/** The last change of each setting; only for those who may make them. */
export function listLastChanges(actor: Actor): Promise<LastChange[]> {
  return rows<LastChange>(sql`
    select distinct on (data->>'key') data->>'key' as key, at, actor_name as "actorName" from history
    where subject_kind = 'setting' and kind = 'settings.changed' and ${actor.can("settings.edit")}
    order by data->>'key', at desc limit 100`);
}
