import { afterAll, beforeEach, expect, it } from "vitest";
import { closeDatabase, db } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { env } from "@/lib/platform/env";
import { RefusalError } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import { anonymousActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { subscribeAgain, unsubscribe } from "./commands";
import { findUnsubscribePage, isUnsubscribed } from "./queries";
import { readUnsubscribeToken, unsubscribeToken } from "./rules";

afterAll(closeDatabase);
beforeEach(() => execute(sql`delete from unsubscribes`));

const nobody = anonymousActor();
const EMAIL = "Ana.Ruiz@Example.org";

async function linkFor(email = EMAIL) {
  const { id } = await make.mailing({ clientIds: [] });
  return unsubscribeToken(email, id, env().AUTH_SECRET);
}

it("leaves and comes back with the link of a letter alone, however the address is written", async () => {
  const link = await linkFor();
  await unsubscribe(nobody, { link });
  await unsubscribe(nobody, { link });
  expect(await isUnsubscribed(EMAIL.toLowerCase())).toBe(true);
  expect(await findUnsubscribePage(link)).toEqual({ kind: "link", email: EMAIL, unsubscribed: true });
  await subscribeAgain(nobody, { link });
  expect(await isUnsubscribed(EMAIL)).toBe(false);
});

it("tells it once in the data streams of the clients whose person it is", async () => {
  const { client } = await make.clientWithOwner({ email: EMAIL });
  const link = await linkFor();
  await Promise.all([unsubscribe(nobody, { link }), unsubscribe(nobody, { link })]);
  const told = await db.streamEntry.findMany({ where: { clientId: client.id, kind: "unsubscribe.made" } });
  expect(told).toHaveLength(1);
  expect(told[0]?.data).toMatchObject({ email: EMAIL });
});

it("believes no link that it did not make", async () => {
  const link = await linkFor();
  const other = Buffer.from(JSON.stringify(["boss@example.org", null])).toString("base64url");
  const forged = [
    "",
    "example",
    "a.b",
    `${other}.${link.split(".")[1]}`,
    `${link}x`,
    `${link}.${link}`,
    unsubscribeToken(EMAIL, "x", "another secret that is long enough to be one"),
  ];
  for (const text of forged) {
    expect(readUnsubscribeToken(text, env().AUTH_SECRET)).toBeNull();
    await expect(unsubscribe(nobody, { link: text })).rejects.toBeInstanceOf(RefusalError);
  }
  expect(await db.unsubscribe.count()).toBe(0);
  expect(await findUnsubscribePage("a.b")).toBeNull();
});

it("opens an explanation for the link of a preview", async () => {
  expect(await findUnsubscribePage("example")).toEqual({ kind: "example" });
});
