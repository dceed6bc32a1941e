import { execute } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import { make } from "@/prisma/factories/make";
import type { App } from "../support/app";
import { signInCookie } from "../support/sign-in-as";
import { expect, test } from "../support/test";

test.use({ recorded: true });

// Whatever is asked, every request reads who asks and the settings once; a transaction's frame asks nothing.
const EVERY_TIME = [
  /FROM sign_ins s\b/,
  /FROM "public"\."settings"/,
  /^UPDATE "public"\."sign_ins"/,
  /^(BEGIN|COMMIT|SET)\b/i,
];

type Visitor = { cookie: string };

/**
 * How many statements of its own a page sends to the database, once its code is loaded. Where it is more than `most`, it
 * is asked once more: work that the app does each minute may have fallen into the first look.
 */
async function countOf(app: App, address: string, { as: { cookie }, most }: { as: Visitor; most: number }) {
  const visit = async () => {
    app.statements();
    const response = await fetch(app.origin + address, { headers: { cookie } });
    expect(response.status, address).toBe(200);
    await response.text();
    return app.statements().filter(({ text }) => !EVERY_TIME.some((pattern) => pattern.test(text))).length;
  };
  await visit();
  const count = await visit();
  return count > most ? Math.min(count, await visit()) : count;
}

async function visitor(app: App, person: Parameters<typeof signInCookie>[0]): Promise<Visitor> {
  const { name, value } = await signInCookie(person, { origin: app.origin, confirmed: true });
  return { cookie: `${name}=${value}` };
}

/** Somebody of each role, and a client with one of everything. */
async function world(app: App) {
  const practitioner = await make.practitioner();
  const { client, contact, login } = await make.clientWithOwner({ practitionerId: practitioner.id });
  await make.session({ clientId: client.id, practitionerId: practitioner.id, centerId: client.centerId });
  const event = await make.trainingEvent();
  const prospect = await make.prospect();
  await make.prospectContact({ prospectId: prospect.id, isMain: true });
  const account = await make.account({ role: "ADMINISTRATOR" });
  return {
    staff: await visitor(app, { accountId: account.id }),
    owner: await visitor(app, { portalLoginId: login.id }),
    client,
    contact,
    practitioner,
    prospect,
    event,
  };
}

/** The same again many times over. */
async function growth({ client, practitioner }: Awaited<ReturnType<typeof world>>) {
  for (let number = 0; number < 20; number += 1) {
    const other = await make.clientWithOwner({ centerId: client.centerId, practitionerId: practitioner.id });
    await make.relationship({ clientId: client.id, contactId: other.contact.id });
    for (const { id, centerId } of [client, other.client])
      await make.session({ clientId: id, practitionerId: practitioner.id, centerId });
    await make.trainingEvent();
    await make.prospectContact({ prospectId: (await make.prospect()).id });
  }
}

const LIMITS = { list: 4, record: 8, portal: 4 };
const PORTAL = [
  "",
  "my-information",
  "sign-agreement",
  "availability",
  "sessions",
  "sessions/book",
  "sessions/waiting",
  "practitioners",
  "training-events",
].concat("account");

test("pages ask the database a few times, and no more often when there is more to show", async ({ app }) => {
  const made = await world(app);
  const { staff, owner, client, contact, practitioner, prospect, event } = made;
  const pages = [
    ...[
      "clients",
      "prospects",
      "prospects/board",
      "prospects/sales",
      "contacts",
      "practitioners",
      "events",
      "mailings",
      "tasks",
    ].map((name) => ({
      address: `/staff/${name}`,
      as: staff,
      limit: LIMITS.list,
    })),
    { address: "/staff", as: staff, limit: LIMITS.list },
    { address: "/staff/scheduling", as: staff, limit: LIMITS.list },
    { address: "/staff/scheduling/waiting", as: staff, limit: LIMITS.list },
    { address: `/staff/scheduling?client=${client.id}&on=2031-05-05&at=09:00`, as: staff, limit: LIMITS.record },
    {
      address: `/staff/scheduling/coverage?center=${client.centerId}&at=2031-05-05T09&week=2031-05-05`,
      as: staff,
      limit: LIMITS.record,
    },
    ...[
      `clients/${client.id}`,
      `contacts/${contact.id}`,
      `practitioners/${practitioner.id}`,
      `practitioners/${practitioner.id}/availability`,
      `practitioners/${practitioner.id}/cover`,
      "my-day/cover",
      `events/${event.id}`,
      `prospects/${prospect.id}`,
    ].map((name) => ({ address: `/staff/${name}`, as: staff, limit: LIMITS.record })),
    ...["contacts", "sessions", "availability", "agreement", "edit"].map((tab) => ({
      address: `/staff/clients/${client.id}/${tab}`,
      as: staff,
      limit: LIMITS.record,
    })),
    ...PORTAL.map((name) => ({ address: `/${name}`, as: owner, limit: LIMITS.portal })),
  ];
  const before = new Map<string, number>();
  for (const { address, as, limit } of pages) before.set(address, await countOf(app, address, { as, most: limit }));
  const over = pages.filter(({ address, limit }) => (before.get(address) ?? 0) > limit);
  expect(over.map(({ address, limit }) => `${address}: ${before.get(address)} of at most ${limit}`)).toEqual([]);
  await growth(made);
  for (const { address, as } of pages) {
    const most = before.get(address) ?? 0;
    expect(await countOf(app, address, { as, most }), `${address} with more rows`).toBeLessThanOrEqual(most);
  }
});

/** Years of work with one client: lines of its stream, sessions, and as many documents as a record may keep. */
async function yearsOfWork({ client, practitioner }: Awaited<ReturnType<typeof world>>) {
  const { id, centerId } = client;
  await execute(sql`insert into stream_entries (at, client_id, kind, subject_kind, subject_id, actor_name, data)
    select now() - n * interval '1 hour', ${id}::uuid, 'client.practitioner-assigned', 'client', ${id}::uuid, 'Ada Staff',
      jsonb_build_object('practitioner', 'Paula ' || n)
    from generate_series(1, 5000) n`);
  await execute(sql`with held as (
      insert into sessions (starts_at, ends_at, time_zone, center_id, type)
      select d, d + interval '1 hour', 'America/Chicago', ${centerId}::uuid, 'Online'
      from generate_series(1, 800) n, lateral (select date_trunc('day', now()) - n * interval '1 day' as d) day
      returning id, starts_at
    ), by_whom as (
      insert into session_practitioners (session_id, practitioner_id) select id, ${practitioner.id}::uuid from held
    )
    insert into attendances (session_id, client_id, contact_minutes, starts_at)
    select id, ${id}::uuid, 60, starts_at from held`);
  const { id: documentId } = await make.document({ subjectId: id });
  await execute(sql`with filed as (
      insert into documents (subject_kind, subject_id, folder, name, content_type, size, total_size, added_by, created_at, changed_at)
      select 'client', ${id}::uuid, 'Year ' || n % 5, 'Letter ' || n || '.txt', 'text/plain', 10, 10, 'Ada Staff', now(), now()
      from generate_series(1, 199) n returning id, name
    )
    insert into document_versions (document_id, number, content_id, file_name, content_type, size, added_by, created_at)
    select f.id, 1, v.content_id, f.name, 'text/plain', 10, 'Ada Staff', now()
    from filed f, document_versions v where v.document_id = ${documentId}::uuid`);
}

test("a client with 5,000 lines in its stream, 800 sessions and 200 documents opens with as few questions as a new one", async ({
  app,
}) => {
  const made = await world(app);
  const pages = ["", "/sessions", "/documents", "/details", "/edit"].map(
    (tab) => `/staff/clients/${made.client.id}${tab}`,
  );
  const before = new Map<string, number>();
  for (const address of pages)
    before.set(address, await countOf(app, address, { as: made.staff, most: LIMITS.record }));
  await yearsOfWork(made);
  for (const address of pages) {
    const count = await countOf(app, address, { as: made.staff, most: before.get(address) ?? 0 });
    expect(count, address).toBeLessThanOrEqual(LIMITS.record);
    expect(count, `${address} with much in it`).toBeLessThanOrEqual(before.get(address) ?? 0);
  }
  const [overview = ""] = pages;
  const html = await (await fetch(app.origin + overview, { headers: { cookie: made.staff.cookie } })).text();
  expect(html).toContain("Paula 1 ");
  expect(html).not.toContain("Paula 200 ");
});
