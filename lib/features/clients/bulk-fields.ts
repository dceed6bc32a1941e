import "server-only";
import { customFieldsInBulk } from "@/lib/features/custom-fields/bulk-fields";
import { addressWith } from "@/lib/features/filters/lists/rules";
import { languageNameOf, listLanguageChoices } from "@/lib/features/settings/coded-lists/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { BOOKING_MODES } from "@/lib/features/settings/schema";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { bulkColumn, fixedChoices } from "@/lib/platform/operation/bulk-columns";
import type { BulkChange, BulkChanged, BulkChoice, BulkField, BulkNoun } from "@/lib/platform/operation/bulk-field";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { selectClientIds } from "./queries";
import { filterOfAddress, filterText } from "./rules";
import { CLIENT_PURPOSES, clientSearch, RESOURCE_KINDS } from "./schema";
import { clientsVisibleTo } from "./scope";
import { findSettableStatuses, lacksFields } from "./workflows/queries";

const PRACTITIONER = sql`(select p.first_name || ' ' || p.last_name from practitioners p where p.id = clients.practitioner_id)`;

/** Only those who are here can be given clients. */
async function activePractitioners(): Promise<BulkChoice[]> {
  return rows(sql`select id as value, first_name || ' ' || last_name as label from practitioners where status = 'ACTIVE'
    order by last_name, first_name, id limit 2000`);
}

/** Whoever is handed a client becomes one of its practitioners in place of who was its first one; sessions stay as they are. */
function toPractitioner(practitionerId: string | null): BulkChange {
  const ids = (of: readonly string[]) => sql`${[...of]}::uuid[]`;
  return {
    present: PRACTITIONER,
    presentKey: sql`clients.practitioner_id::text`,
    same: sql`clients.practitioner_id is not distinct from ${practitionerId}::uuid`,
    refusals: practitionerId
      ? [
          {
            code: "status_blocks_assignments",
            when: sql`exists (select from client_statuses s where s.id = clients.status_id and s.blocks_assignments)`,
          },
        ]
      : [],
    set: sql`practitioner_id = ${practitionerId}::uuid`,
    companions: [
      {
        table: "client_practitioners",
        owner: sql`client_practitioners.client_id`,
        // Before the client itself changes: its own column still names whom it is taken from.
        work: (of) => [
          sql`delete from client_practitioners a using clients c
            where a.client_id = any(${ids(of)}) and c.id = a.client_id and a.practitioner_id = c.practitioner_id`,
          sql`insert into client_practitioners (client_id, practitioner_id, assigned_at)
            select id, ${practitionerId}::uuid, ${now()}::timestamptz from unnest(${ids(of)}) id
            where ${practitionerId}::uuid is not null on conflict do nothing`,
        ],
      },
    ],
  };
}

async function toStatus(statusId: string | null): Promise<BulkChange> {
  const status = statusId
    ? await db.clientStatus.findUnique({ where: { id: statusId }, select: { workflow: true } })
    : null;
  const lacking = lacksFields(status?.workflow);
  return {
    present: sql`(select s.name::text from client_statuses s where s.id = clients.status_id)`,
    presentKey: sql`clients.status_id::text`,
    same: sql`clients.status_id = ${statusId}::uuid`,
    refusals: [
      { code: "missing_fields", when: sql`${lacking} <> '[]'`, values: sql`jsonb_build_object('fields', ${lacking})` },
    ],
    set: sql`status_id = ${statusId}::uuid`,
  };
}

const CENTER = sql`(select z.name::text from centers z where z.id = clients.center_id)`;

async function centers(): Promise<BulkChoice[]> {
  return rows(
    sql`select id as value, name::text as label from centers where archived_at is null order by name limit 2000`,
  );
}

const column = (field: Omit<Parameters<typeof bulkColumn>[0], "alias">) => bulkColumn({ alias: "clients", ...field });
const onlyPreClients = [{ code: "not_a_pre_client", when: sql`clients.kind <> 'PRE_CLIENT'` }];

/** To whom clients belong and where they stand: what administrators hand over, and what a status brings about. */
function standing(actor: Actor, mandatory: readonly string[]): BulkField[] {
  return [
    {
      key: "practitioner",
      input: { kind: "choice", choices: activePractitioners },
      optional: !mandatory.includes("practitionerId"),
      permission: "clients.transfer",
      transfer: true,
      change: toPractitioner,
    },
    {
      key: "status",
      input: { kind: "choice", choices: () => findSettableStatuses(actor) },
      permission: "clients.change-status",
      needsReason: async (id) =>
        (await findSettableStatuses(actor)).find(({ value }) => value === id)?.needsReason ?? false,
      change: toStatus,
      entries: statusEntries,
    },
    {
      ...column({
        key: "center",
        column: "center_id",
        type: "uuid",
        shown: CENTER,
        input: { kind: "choice", choices: centers },
      }),
      permission: "clients.transfer",
      transfer: true,
    },
  ];
}

async function clientFields(actor: Actor): Promise<BulkField[]> {
  const { mandatory } = await findSetting("clientFields");
  const text = (key: string, name: string, max: number) =>
    keptWhenMandatory(
      column({ key, column: name, type: "text", input: { kind: "text", max }, optional: true }),
      mandatory,
    );
  const languages = async (): Promise<BulkChoice[]> =>
    (await listLanguageChoices(actor)).map(({ identifier, name }) => ({ value: identifier, label: name }));
  return [
    ...standing(actor, mandatory),
    column({
      key: "language",
      column: "language",
      type: "text",
      shown: languageNameOf(sql`clients.language`),
      input: { kind: "choice", choices: languages },
    }),
    column({
      key: "portalBooking",
      column: "portal_booking",
      type: { named: sql`"PortalBooking"` },
      input: fixedChoices("portalBooking", BOOKING_MODES),
      optional: true,
    }),
    column({
      key: "purpose",
      column: "purpose",
      type: { named: sql`"PreClientPurpose"` },
      input: fixedChoices("purposes", CLIENT_PURPOSES),
      refusals: onlyPreClients,
      also: sql`resource_kind = null`,
    }),
    column({
      key: "resourceKind",
      column: "resource_kind",
      type: { named: sql`"ResourceKind"` },
      input: fixedChoices("resourceKinds", RESOURCE_KINDS),
      optional: true,
      refusals: [
        ...onlyPreClients,
        { code: "not_a_resource", when: sql`clients.purpose is distinct from 'RESOURCE_ORGANISATION'` },
      ],
    }),
    text("industry", "industry", 120),
    text("naics", "naics", 10),
    text("city", "city", 100),
    text("state", "state", 100),
    text("postalCode", "postal_code", 20),
    keptWhenMandatory(
      column({ key: "startedOn", column: "started_on", type: "date", input: { kind: "date" }, optional: true }),
      mandatory,
    ),
    ...(await customFieldsInBulk("client", sql`clients.id`)),
  ];
}

/** What the organization asks of every client cannot be emptied. */
function keptWhenMandatory(field: BulkField, mandatory: readonly string[]): BulkField {
  return mandatory.includes(field.key) ? { ...field, optional: false } : field;
}

async function statusEntries(
  tx: Parameters<NonNullable<BulkField["entries"]>>[0],
  changed: readonly BulkChanged[],
  told: { reason: string | null },
) {
  const found = await rows<{ id: string; standing: string }>(
    sql`select c.id, s.standing::text as standing from clients c join client_statuses s on s.id = c.status_id
      where c.id = any(${changed.map(({ id }) => id)}::uuid[])`,
    tx,
  );
  const standings = new Map(found.map(({ id, standing }) => [id, standing]));
  return changed.map(({ id, name, from, to }) => ({
    kind: "client.status-changed" as const,
    subject: { kind: "client", id },
    clientId: id,
    data: { name, from: from ?? "", to: to ?? "", standing: standings.get(id) ?? "", reason: told.reason },
  }));
}

/** What the list of clients means by its address. */
async function chosen(actor: Actor, address: Readonly<Record<string, string>>): Promise<SqlFragment> {
  if (Object.keys(address).length === 0) return clientsVisibleTo(actor);
  const search = clientSearch.parse(address);
  const tree = filterOfAddress(search);
  const filter = tree === "unreadable" ? search.filter : filterText(tree);
  return sql`clients.id in (${await selectClientIds(actor, { all: true, ids: [], except: [], q: search.q, filter })})`;
}

/** What many clients can be given at once. */
export const CLIENTS_IN_BULK: BulkNoun = {
  table: "clients",
  alias: "clients",
  subjectKind: "client",
  permission: "clients.edit",
  name: sql`clients.name`,
  detail: sql`clients.number`,
  clientId: sql`clients.id`,
  touch: () => sql`version = clients.version + 1, updated_at = ${now()}::timestamptz`,
  fields: clientFields,
  chosen,
  list: (address) => addressWith(paths.staff.clients, address, {}),
  href: paths.staff.client,
  entry: ({ id, name, from, to }, { field }) => ({
    kind: "client.edited",
    subject: { kind: "client", id },
    clientId: id,
    data: { name, changes: { [field]: { from, to } } },
  }),
};
