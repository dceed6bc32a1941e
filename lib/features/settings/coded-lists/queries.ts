import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { CodedChoice, CodedListKey, CodedRow } from "./schema";

const TABLES: Record<CodedListKey, SqlFragment> = { fundingSources: sql`funding_sources`, languages: sql`languages` };

/** A list as administrators keep it, archived entries last. */
export async function listCoded(actor: Actor, list: CodedListKey): Promise<CodedRow[]> {
  if (!actor.can("settings.edit")) return [];
  return rows<CodedRow>(sql`
    select id, identifier::text as identifier, name::text as name, archived_at is not null as archived
    from ${TABLES[list]} order by archived_at is not null, position, name limit 500`);
}

/** The languages of a practitioner by name, archived ones too, as a column of a query. */
export const languagesOf = (practitioner: SqlFragment): SqlFragment =>
  sql`coalesce((select jsonb_agg(jsonb_build_object('identifier', l.identifier, 'name', l.name) order by l.position, l.name)
    from languages l where l.identifier::text = any(${practitioner}.languages)), '[]'::jsonb)`;

/** The name of the language with this identifier, archived or not, as a column of a query. */
export const languageNameOf = (identifier: SqlFragment): SqlFragment =>
  sql`coalesce((select l.name::text from languages l where l.identifier::text = ${identifier}), ${identifier})`;

/** The languages that can be chosen, and those that were. */
export function listLanguageChoices(
  _actor: Actor,
  chosen: readonly { identifier: string }[] = [],
): Promise<CodedChoice[]> {
  return rows<CodedChoice>(sql`
    select identifier::text as identifier, name::text as name from languages
    where archived_at is null or identifier::text = any(${chosen.map(({ identifier }) => identifier)}::text[])
    order by archived_at is not null, position, name limit 500`);
}

/** Languages by their identifiers, archived ones too; what is not there is left out. */
export function findLanguages(identifiers: readonly string[], tx?: Tx): Promise<CodedChoice[]> {
  if (identifiers.length === 0) return Promise.resolve([]);
  return rows<CodedChoice>(
    sql`select identifier::text as identifier, name::text as name from languages
      where identifier::text = any(${[...identifiers]}::text[]) order by name limit 500`,
    tx,
  );
}
