import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { signInCookie } from "../support/sign-in-as";
import { expect, test } from "../support/test";

/** What a practitioner may not read of anybody, by names that a request could give it. */
const HIDDEN = ["notes", "staffNotes", "staff_notes", "text", "colour", "draft", "passwordHash", "staff_notes.text"];
const OPERATORS = ["contains", "is", "one_of", "is_not_empty"];

const encoded = (condition: unknown) => Buffer.from(JSON.stringify(condition)).toString("base64url");

function probes(list: string, secret: string): string[] {
  return [
    ...HIDDEN.flatMap((field) => [
      ...OPERATORS.map((operator) => {
        const value = operator === "one_of" ? [secret] : secret;
        return `/staff/${list}?filter=${encoded([field, operator, value])}`;
      }),
      ...["asc", "desc"].map((direction) => `/staff/${list}?sort=${field}&direction=${direction}`),
      `/staff/${list}?group=${field}`,
      `/staff/${list}?${field}=${secret}`,
    ]),
    `/staff/${list}?q=${secret}`,
    `/api/live/search?q=${secret}`,
  ];
}

test("AZ-08 what somebody may not read neither narrows, sorts, groups nor finds anything for them", async ({ app }) => {
  test.setTimeout(180_000);
  const account = await make.account({ role: "PRACTITIONER" });
  const { id: practitionerId } = await make.practitioner({ accountId: account.id });
  const clients = [];
  for (const _ of [1, 2, 3]) clients.push(await make.clientWithOwner({ practitionerId }));
  const { name, value } = await signInCookie({ accountId: account.id }, { origin: app.origin });
  const ids = clients.flatMap(({ client, contact }) => [client.id, contact.id]);
  /** Whose records the answer has, in its order. */
  const found = async (address: string) => {
    const answer = await fetch(app.origin + address, { headers: { cookie: `${name}=${value}` } });
    const body = await answer.text();
    const seen = [...body.matchAll(/\/staff\/(?:clients|contacts)\/([0-9a-f-]{36})/g)].map(([, id]) => id ?? "");
    return [answer.status, ...new Set(seen.filter((id) => ids.includes(id)))];
  };
  const [second] = clients.slice(1);
  if (!second) throw new Error("three clients were made");
  const tell = async (text: string) => {
    for (const [subjectKind, subjectId] of [
      ["client", second.client.id],
      ["contact", second.contact.id],
    ] as const) {
      const key = { subjectKind_subjectId: { subjectKind, subjectId } };
      await db.staffNote.upsert({ where: key, create: { subjectKind, subjectId, text }, update: { text } });
    }
  };
  for (const list of ["clients", "contacts"]) {
    const addresses = probes(list, "zebra");
    await tell("aardvark");
    const before = [];
    for (const address of addresses) before.push(await found(address));
    await tell("zebra");
    const told: string[] = [];
    for (const [place, address] of addresses.entries()) {
      const after = await found(address);
      if (JSON.stringify(after) !== JSON.stringify(before[place])) told.push(address);
      // A guess that is right would show the one record alone.
      if (after.length === 2) told.push(`${address} shows one record`);
    }
    expect(told).toEqual([]);
  }
});
