import { customFilterFieldsIn, offeredCustomFields } from "@/lib/features/custom-fields/filter-fields";
import type { CustomField } from "@/lib/features/custom-fields/schema";
import type { FilterField, FilterTree } from "@/lib/features/filters/schema";
import { LOCALES } from "@/lib/values/locale";
import { sql } from "@/lib/values/sql";
import { PROSPECT_OUTCOMES } from "./schema";

/** What prospects can be filtered by. Columns are those of the table `prospects`, which the query must name so. */
export const PROSPECT_FILTER_FIELDS: readonly FilterField[] = [
  { key: "name", labelKey: "name", kind: "text", column: "prospects.name" },
  { key: "stage", labelKey: "stage", kind: "reference", column: "prospects.stage_id" },
  {
    key: "outcome",
    labelKey: "outcome",
    kind: "choice",
    column: sql`prospect_stages.outcome::text`,
    rows: sql`prospect_stages where prospect_stages.id = prospects.stage_id`,
    choices: PROSPECT_OUTCOMES,
  },
  { key: "owner", labelKey: "owner", kind: "reference", column: "prospects.owner_id", nullable: true },
  { key: "center", labelKey: "center", kind: "reference", column: "prospects.center_id", nullable: true },
  { key: "source", labelKey: "source", kind: "text", column: "prospects.source", nullable: true },
  { key: "department", labelKey: "department", kind: "text", column: "prospects.department", nullable: true },
  { key: "email", labelKey: "email", kind: "text", column: sql`prospects.email::text`, nullable: true },
  { key: "phone", labelKey: "phone", kind: "text", column: "prospects.phone", nullable: true },
  { key: "notes", labelKey: "notes", kind: "text", column: "prospects.notes", nullable: true },
  { key: "nextStep", labelKey: "nextStep", kind: "text", column: "prospects.next_step", nullable: true },
  { key: "nextStepOn", labelKey: "nextStepOn", kind: "date", column: "prospects.next_step_on", nullable: true },
  { key: "stagedAt", labelKey: "stagedAt", kind: "date", column: "prospects.staged_at", instant: true },
  { key: "createdAt", labelKey: "createdAt", kind: "date", column: "prospects.created_at", instant: true },
  {
    key: "isConverted",
    labelKey: "isConverted",
    kind: "boolean",
    column: sql`exists (select from conversions where conversions.prospect_id = prospects.id)`,
  },
  { key: "language", labelKey: "language", kind: "choice", column: "prospects.language", choices: LOCALES },
];

/** All that a filter of prospects may name, those of the organization's own fields it asks about among them. */
export function prospectFilterFieldsFor(tree: FilterTree): readonly FilterField[] {
  return [...PROSPECT_FILTER_FIELDS, ...customFilterFieldsIn(tree, sql`prospects.id`)];
}

/** What the editor of a filter offers. */
export function prospectFilterFieldsOffered(custom: readonly CustomField[], tree: FilterTree | null): FilterField[] {
  return [...PROSPECT_FILTER_FIELDS, ...offeredCustomFields(custom, tree, sql`prospects.id`)];
}
