import "server-only";
import { customFieldsOf } from "@/lib/features/custom-fields/queries";
import type { CustomRecord } from "@/lib/features/custom-fields/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import type { CustomFieldRow } from "./schema";

/** The fields of a kind of record in their order, archived ones last, with how many records use each. */
export async function listCustomFields(actor: Actor, record: CustomRecord): Promise<CustomFieldRow[]> {
  if (!actor.can("settings.edit")) return [];
  const [found] = await rows<{ fields: Omit<CustomFieldRow, "version" | "used">[]; uses: Uses[] }>(sql`
    select ${customFieldsOf(record)} as fields,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'version', f.version, 'used',
        (select count(*) from custom_values v where v.field_id = f.id)))
        from custom_fields f where f.record_kind = ${record}), '[]'::jsonb) as uses`);
  const uses = new Map(found?.uses.map((each) => [each.id, each]));
  return (found?.fields ?? []).map((field) => ({
    ...field,
    version: uses.get(field.id)?.version ?? 1,
    used: uses.get(field.id)?.used ?? 0,
  }));
}

type Uses = { id: string; version: number; used: number };
