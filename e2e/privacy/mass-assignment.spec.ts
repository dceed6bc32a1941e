import pg from "pg";
import type { Permission } from "@/lib/platform/access/permissions";
import { ACTIONS } from "@/lib/policy";
import { make } from "../../prisma/factories/make";
import { builtActions, callAction, type Fields } from "../support/call-action";
import { changesBetween, type Snapshot, takeSnapshot } from "../support/snapshot";
import { expect, test } from "../support/test";
import { getsThrough, type Principal } from "./expected";
import { FILLED_IN, MAY_WRITE } from "./expected-writes";
import { cookieOf, everyField, makeWorld } from "./world";

test.use({ alone: "mass assignment" });

const rows = Object.entries(ACTIONS) as [string, Permission][];
const ACTORS = ["AD", "PC", "AN"] as const satisfies Principal[];

type Column = { name: string; type: string; table: string };

const COLUMNS = `select distinct column_name as name, udt_name as type from information_schema.columns
  where table_schema = 'public' and table_name not in ('rate_limits', '_prisma_migrations')`;

const formName = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What each column of the database would be set to, if a form could: values that nothing else has. */
async function forgedColumns(client: pg.Client, ids: Record<string, string>): Promise<Record<string, string>> {
  const { rows: columns } = await client.query<Column>(COLUMNS);
  const value = ({ name, type }: Column) => {
    if (type === "uuid") return ids[formName(name)] ?? ids.other ?? "";
    if (/^(int|numeric|float)/.test(type)) return "7777";
    if (/^(date|timestamp)/.test(type)) return "2020-02-02";
    if (type === "bool") return "on";
    if (type === "text" || type === "citext") return `forged-${name.replaceAll("_", "-")}`;
    return "INACTIVE";
  };
  return Object.fromEntries(columns.map((column) => [formName(column.name), value(column)]));
}

/** The same again as the nested writes that an ORM would take. */
function nested(forged: Record<string, string>, ids: Record<string, string>): Fields {
  const parts = ["data", "update", "create", "client", "contact", "account", "0"];
  const writes = parts.flatMap((part) => Object.entries(forged).map(([name, value]) => [`${part}.${name}`, value]));
  const links = ["client", "contact", "practitioner", "center", "account"].flatMap((model) =>
    ["connect", "set", "disconnect", "delete"].map((verb) => [`${model}.${verb}.id`, ids[`${model}Id`] ?? ""]),
  );
  return Object.fromEntries([...writes, ...links, ["relationships.deleteMany.clientId", ids.clientId ?? ""]]);
}

/** Columns that decide what somebody may do, or whose a record is. */
const PROTECTED =
  /\.(role|status|status_id|kind|is_(owner|primary|guardian)|portal_allowed|(password|token|code|text)_hash|text_sha256|totp_\w+|(deleted|voided|confirmed|vouched|revoked|used|granted|published|admin_mode)_(at|until)|merged_into_id|(client|contact|account|practitioner|center|portal_login|sender|owner|assignee|recorded_by)_id|number|verification_code|seats_taken|amount_cents|reportable|temporary_until|must_set_password|awaits_second_factor)$/;
/** What the app writes about an act, and what only triggers and jobs write. */
const BOOKKEEPING =
  /^(history|stream_entries|search_entries|clients_served|outbox_\w+|sign_ins\.(last_seen_at|ip|user_agent))/;

/** Jobs write these a moment after the act, perhaps during the next one. */
const LATER = /^(passcodes|one_time_links)\./;

async function foreignIds() {
  const stranger = await make.clientWithOwner();
  const practitioner = await make.practitioner();
  return {
    other: (await make.client()).id,
    practitionerId: practitioner.id,
    centerId: stranger.client.centerId,
    accountId: (await make.account()).id,
    senderId: (await make.account()).id,
    portalLoginId: stranger.login.id,
    clientId: stranger.client.id,
    contactId: stranger.contact.id,
  };
}

test("AZ-07 no action writes a column beyond its own list, whatever columns, nested writes and foreign ids are sent along", async ({
  app,
}) => {
  test.setTimeout(400_000);
  const built = new Map(builtActions().map((action) => [action.name, action]));
  const client = new pg.Client(app.ownerUrl);
  await client.connect();
  const surprises: string[] = [];
  const done: string[] = [];
  let seen: Snapshot | undefined;
  for (const [name, permission] of rows) {
    const principal = ACTORS.find((one) => getsThrough(one, permission)) ?? "AD";
    const world = await makeWorld();
    const foreign = await foreignIds();
    const forged = await forgedColumns(client, foreign);
    const ids: Record<string, string> = principal === "PC" ? { ...world.ids, ...world.own } : world.ids;
    const plain = { ...everyField(ids), ...FILLED_IN.all, ...FILLED_IN[name] };
    const fields = { ...nested(forged, foreign), ...forged, ...plain };
    const cookie = await cookieOf(world, principal, app.origin);
    const before = await takeSnapshot(client, seen);
    const door = built.get(name) ?? { id: "", address: "/" };
    const answer = await callAction(app.origin, door, { cookie, fields });
    seen = await takeSnapshot(client, before);
    const changes = changesBetween(before, seen).filter(({ column }) => !BOOKKEEPING.test(column));
    const sent = Object.values({ ...forged, ...foreign }).filter((value) => value.length > 3);
    const found = changes.flatMap(({ column, value, isNew }) => {
      if (sent.some((one) => String(value).startsWith(one))) return [`${column}!`];
      return PROTECTED.test(column) && !LATER.test(column) && !(isNew && !value) ? [column] : [];
    });
    const allowed = (MAY_WRITE[name] ?? "").split(" ");
    const beyond = [...new Set(found)].toSorted().filter((column) => !allowed.includes(column));
    if (answer.status >= 500) surprises.push(`${name}: ${answer.status}`);
    if (beyond.length > 0) surprises.push(`${name}: ${beyond.join(" ")}`);
    if (["ok", "redirect"].includes(answer.code)) done.push(name);
  }
  await client.end();
  expect(surprises).toEqual([]);
  expect(done.length).toBeGreaterThanOrEqual(55);
});
