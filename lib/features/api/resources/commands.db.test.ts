import { beforeAll, describe, expect, it } from "vitest";
import { makeKey, revokeKey } from "@/lib/features/api/keys/commands";
import { fieldsOf, RESOURCE_NAMES, RESOURCES, type Resource } from "@/lib/features/api/resources/schema";
import { changeSetting } from "@/lib/features/settings/commands";
import { rightsOf } from "@/lib/platform/access/rights";
import { tokenHash } from "@/lib/platform/access/tokens";
import { db } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { answerKey } from "./commands";

let administrator: Awaited<ReturnType<typeof make.account>>;
const actor = () => accountActor("administrator", { accountId: administrator.id, confirmed: true });
const keyFor = async (...resources: Resource[]) => {
  const grants = Object.fromEntries(resources.map((resource) => [resource, fieldsOf(resource)]));
  return (await makeKey(actor(), { name: "Web site", lifetime: 90, grants })).key;
};

const FACTS = { ip: "203.0.113.9", requestId: null, language: "en" };

async function ask(address: string, key?: string, headers: Record<string, string> = {}) {
  const [path = "", query = ""] = address.split("?");
  const [resource = "", id] = path.split("/");
  const sent = key ? { ...headers, authorization: `Bearer ${key}` } : headers;
  const request = new Request(`http://here.invalid/api/v1/${path}?${query}`, { headers: sent });
  const response = await answerKey(request, id === undefined ? { resource } : { resource, id }, FACTS);
  return { status: response.status, headers: response.headers, body: await response.json() };
}

beforeAll(async () => {
  administrator = await make.account({ role: "ADMINISTRATOR" });
  const { client } = await make.clientWithOwner();
  const practitioner = await make.practitioner();
  await make.session({ clientId: client.id, practitionerId: practitioner.id, centerId: client.centerId });
  await make.trainingEvent({ audience: "PUBLIC", status: "PUBLISHED", capacity: 12 });
  await make.trainingEvent({ audience: "CLIENTS", status: "PUBLISHED" });
  for (const author of ["Ada", "Ben", "Cleo"])
    await db.testimonial.create({ data: { quote: `${author} is glad.`, author, publishedAt: new Date() } });
  await db.testimonial.create({ data: { quote: "Not yet shown.", author: "Dora" } });
});

describe("what a key reads", () => {
  it("S3-54 AZ-11 each scope opens its own resource and no other, in the shape that is documented", async () => {
    for (const scope of RESOURCE_NAMES) {
      const key = await keyFor(scope);
      for (const resource of RESOURCE_NAMES) {
        const { status, body } = await ask(resource, key);
        expect([scope, resource, status]).toEqual([scope, resource, scope === resource ? 200 : 403]);
        if (scope !== resource) expect(body.code).toBe("scope_missing");
        else for (const row of body.data) expect(RESOURCES[resource].strict().safeParse(row).error).toBeUndefined();
        if (scope === resource) expect(body.data.length).toBeGreaterThan(0);
      }
    }
  });

  it("reads only the fields that were ticked, and of events only public ones", async () => {
    const { key } = await makeKey(actor(), {
      name: "Names",
      lifetime: 30,
      grants: { clients: ["name"], events: ["title"] },
    });
    const { body } = await ask("clients?limit=1", key);
    expect(Object.keys(body.data[0]).toSorted()).toEqual(["id", "name"]);
    expect((await ask("events", key)).body.data).toHaveLength(1);
    expect((await ask(`clients/${body.data[0].id}`, key)).body).toEqual({ data: body.data[0] });
    expect((await ask("clients/00000000-0000-7000-8000-000000000000", key)).status).toBe(404);
  });

  it("S3-54 walks every published testimonial page by page, and never shows one that is not published", async () => {
    const key = await keyFor("testimonials");
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const { body } = await ask(`testimonials?limit=1${cursor && `&cursor=${cursor}`}`, key);
      seen.push(...body.data.map(({ author }: { author: string }) => author));
      cursor = body.next;
    }
    // Made in the same millisecond, they come in any order.
    expect(seen.toSorted()).toEqual(["Ada", "Ben", "Cleo"]);
    expect((await ask("testimonials?limit=201", key)).status).toBe(400);
    expect((await ask("testimonials?pages=2", key)).body.code).toBe("invalid_query");
  });
});

describe("what opens nothing", () => {
  it("AZ-11 no key and wrong keys are told so, and a key in the address is refused whoever shows it", async () => {
    const key = await keyFor("testimonials");
    expect((await ask("testimonials")).status).toBe(401);
    expect((await ask("testimonials")).headers.get("www-authenticate")).toContain("Bearer");
    expect((await ask("testimonials", `${key.slice(0, -2)}xx`)).body.code).toBe("key_unknown");
    for (const query of [`api_key=${key}`, `token=x`, `anything=${key}`])
      expect(await ask(`testimonials?${query}`, key)).toMatchObject({ status: 400, body: { code: "key_in_address" } });
  });

  it("AZ-11 of a key the database keeps the hash and four characters, and it has 256 bits", async () => {
    const key = await keyFor("testimonials");
    expect(Buffer.from(key.replace("caseload_", ""), "base64url")).toHaveLength(32);
    const kept = await rows<{ row: string }>(sql`select to_jsonb(k)::text as row from api_keys k
      union all select to_jsonb(h)::text from history h`);
    expect(kept.some(({ row }) => row.includes(key) || row.includes(key.slice(9)))).toBe(false);
    expect(kept.some(({ row }) => row.includes(tokenHash(key)))).toBe(true);
  });

  it("AZ-11 LG-01 a revoked key, an expired one and one whose administrator left are dead at their next request, which is kept", async () => {
    const ends = [
      (id: string) => revokeKey(actor(), { keyId: id }),
      (id: string) => db.apiKey.update({ where: { id }, data: { expiresAt: new Date() } }),
      () => db.account.update({ where: { id: administrator.id }, data: { status: "INACTIVE" } }),
      () => db.account.update({ where: { id: administrator.id }, data: { role: "STAFF" } }),
    ];
    for (const end of ends) {
      const key = await keyFor("testimonials");
      expect((await ask("testimonials", key)).status).toBe(200);
      const { id, lastUsedAt } = await db.apiKey.findUniqueOrThrow({ where: { tokenHash: tokenHash(key) } });
      expect(lastUsedAt).not.toBeNull();
      await end(id);
      expect(await ask("testimonials", key)).toMatchObject({ status: 401, body: { code: "key_ended" } });
      await db.account.update({ where: { id: administrator.id }, data: { status: "ACTIVE", role: "ADMINISTRATOR" } });
      const kept = await rows<{ kind: string }>(sql`select kind from history where subject_id = ${id}::uuid`);
      expect(kept.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["api-key.made", "api-key.denied"]));
    }
  });

  it("S3-56 a key reads only records that whoever makes it may report on everywhere, and published things anyway", async () => {
    const rights = rightsOf((kind, verb) => (verb === "report" && kind === "contacts" ? "own" : "all"));
    const maker = accountActor("administrator", { accountId: administrator.id, confirmed: true, rights });
    const made = (resource: Resource) =>
      makeKey(maker, { name: "Mirror", lifetime: 30, grants: { [resource]: fieldsOf(resource) } });
    await expect(made("contacts")).rejects.toMatchObject({ code: "not_reported" });
    for (const resource of ["clients", "testimonials", "events"] as const)
      expect((await made(resource)).key).toBeTruthy();
    const group = await db.rightsGroup.create({ data: { name: "No contacts", rights } });
    const key = await keyFor("contacts", "clients");
    await db.accountGroup.create({ data: { accountId: administrator.id, groupId: group.id } });
    expect(await ask("contacts", key)).toMatchObject({ status: 403, body: { code: "owner_may_not_report" } });
    expect((await ask("clients", key)).status).toBe(200);
    await db.accountGroup.deleteMany({ where: { accountId: administrator.id } });
    expect((await ask("contacts", key)).status).toBe(200);
  });

  it("S3-55 Standard answers 403 with the reason, Trial and Enterprise have the API", async () => {
    const key = await keyFor("testimonials");
    for (const [edition, status] of [
      ["STANDARD", 403],
      ["ENTERPRISE", 200],
      ["TRIAL", 200],
    ] as const) {
      await changeSetting(actor(), "edition", { edition });
      const answer = await ask("testimonials", key);
      expect([edition, answer.status]).toEqual([edition, status]);
      if (status === 403)
        expect(answer.body.detail).toBe("The Standard edition has no API. Trial and Enterprise have it.");
    }
  });

  it("S3-54 pages of other sites read testimonials with a key that reads nothing else", async () => {
    const page = { origin: "https://www.example.org" };
    const answer = await ask("testimonials", await keyFor("testimonials"), page);
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
    const wide = await keyFor("testimonials", "clients");
    expect(await ask("testimonials", wide, page)).toMatchObject({ status: 403, body: { code: "key_not_for_pages" } });
    expect((await ask("clients", wide)).headers.get("access-control-allow-origin")).toBeNull();
  });

  it("AU-10 more than 600 requests a minute are too many, over all instances", async () => {
    const key = await keyFor("testimonials");
    const { id } = await db.apiKey.findUniqueOrThrow({ where: { tokenHash: tokenHash(key) } });
    await ask("testimonials", key);
    await db.$executeRaw`UPDATE rate_limits SET count = 600 WHERE key = ${`api-key:${id}`}`;
    expect((await ask("testimonials", key)).status).toBe(429);
  });
});
