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

/** How many statements of its own a page sends to the database, once its code is loaded. */
async function countOf(app: App, address: string, { cookie }: Visitor): Promise<number> {
  const visit = async () => {
    app.statements();
    const response = await fetch(app.origin + address, { headers: { cookie } });
    expect(response.status, address).toBe(200);
    await response.text();
    return app.statements();
  };
  await visit();
  return (await visit()).filter(({ text }) => !EVERY_TIME.some((pattern) => pattern.test(text))).length;
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
const PORTAL = ["", "my-information", "sign-agreement", "availability", "training-events", "account"];

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
    ...[
      `clients/${client.id}`,
      `contacts/${contact.id}`,
      `practitioners/${practitioner.id}`,
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
  for (const { address, as } of pages) before.set(address, await countOf(app, address, as));
  const over = pages.filter(({ address, limit }) => (before.get(address) ?? 0) > limit);
  expect(over.map(({ address, limit }) => `${address}: ${before.get(address)} of at most ${limit}`)).toEqual([]);
  await growth(made);
  for (const { address, as } of pages) {
    expect(await countOf(app, address, as), `${address} with more rows`).toBeLessThanOrEqual(before.get(address) ?? 0);
  }
});
