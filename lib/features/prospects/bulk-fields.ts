import "server-only";
import { customFieldsInBulk } from "@/lib/features/custom-fields/bulk-fields";
import { addressWith } from "@/lib/features/filters/lists/rules";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { now } from "@/lib/platform/clock";
import { bulkColumn, fixedChoices } from "@/lib/platform/operation/bulk-columns";
import type { BulkField, BulkNoun } from "@/lib/platform/operation/bulk-field";
import { LOCALES } from "@/lib/values/locale";
import { sql } from "@/lib/values/sql";
import { findProspectChoices, prospectsMatching } from "./queries";
import { prospectSearch } from "./schema";

const column = (field: Omit<Parameters<typeof bulkColumn>[0], "alias">) => bulkColumn({ alias: "prospects", ...field });

const STAGE = sql`(select s.name::text from prospect_stages s where s.id = prospects.stage_id)`;
const OWNER = sql`(select a.first_name || ' ' || a.last_name from accounts a where a.id = prospects.owner_id)`;
const CENTER = sql`(select z.name::text from centers z where z.id = prospects.center_id)`;

const choicesOf = (list: "stages" | "owners" | "centers"): BulkField["input"] => ({
  kind: "choice",
  choices: async (actor) =>
    (await findProspectChoices(actor))[list].map(({ id, name }) => ({ value: id, label: name })),
});

/** A move through the pipeline is told as one, and counted from that day. */
const stage = (): BulkField => ({
  ...column({
    key: "stage",
    column: "stage_id",
    type: "uuid",
    shown: STAGE,
    input: choicesOf("stages"),
    also: sql`staged_at = ${now()}::timestamptz`,
  }),
  entries: async (_tx, changed) =>
    changed.map(({ id, name, from, to }) => ({
      kind: "prospect.moved",
      subject: { kind: "prospect", id },
      data: { name, from: from ?? "", to: to ?? "" },
    })),
});

/** What many prospects can be given at once. */
export const PROSPECTS_IN_BULK: BulkNoun = {
  table: "prospects",
  alias: "prospects",
  subjectKind: "prospect",
  permission: "prospects.edit",
  name: sql`prospects.name`,
  detail: sql`coalesce(${STAGE}, '')`,
  clientId: sql`null::uuid`,
  touch: () => sql`version = prospects.version + 1, updated_at = ${now()}::timestamptz`,
  fields: async () => [
    stage(),
    column({
      key: "owner",
      column: "owner_id",
      type: "uuid",
      shown: OWNER,
      input: choicesOf("owners"),
      optional: true,
    }),
    column({
      key: "center",
      column: "center_id",
      type: "uuid",
      shown: CENTER,
      input: choicesOf("centers"),
      optional: true,
    }),
    column({ key: "source", column: "source", type: "text", input: { kind: "text", max: 80 }, optional: true }),
    column({ key: "nextStep", column: "next_step", type: "text", input: { kind: "text", max: 200 }, optional: true }),
    column({ key: "nextStepOn", column: "next_step_on", type: "date", input: { kind: "date" }, optional: true }),
    column({ key: "language", column: "language", type: "text", input: fixedChoices("languages", LOCALES) }),
    ...(await customFieldsInBulk("prospect", sql`prospects.id`)),
  ],
  chosen: async (actor, address) => {
    const { timeZone: zone } = await findSetting("organization");
    return prospectsMatching(actor, prospectSearch.parse(address), { zone });
  },
  list: (address) => addressWith(paths.staff.prospects, address, {}),
  href: paths.staff.prospect,
  entry: ({ id, name, from, to }, { field }) => ({
    kind: "prospect.edited",
    subject: { kind: "prospect", id },
    data: { name, changes: { [field]: { from, to } } },
  }),
};
