import { expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { findSimilar } from "./queries";

it("says while somebody types who may be in the list already, and to nobody more than they may see", async () => {
  const tag = Math.random().toString(36).slice(2, 8);
  const { client, contact } = await make.clientWithOwner();
  await db.client.update({ where: { id: client.id }, data: { name: `Lakeview ${tag} Bakery` } });
  const staff = accountActor("staff");
  const blank = { name: "", firstName: "", lastName: "", email: "", phone: "" };
  const alike = (name: string) => findSimilar(staff, { ...blank, kind: "client", name });
  expect(await alike(`LAKEVIEW ${tag} bakery`)).toMatchObject([{ id: client.id }]);
  expect(await alike(`Bakery ${tag}`)).toMatchObject([{ id: client.id }]);
  const typed = { ...blank, kind: "contact" as const, email: contact.email?.toUpperCase() ?? "" };
  expect(await findSimilar(staff, typed)).toMatchObject([{ id: contact.id }]);
  const { id: practitionerId } = await make.practitioner();
  expect(await findSimilar(accountActor("practitioner", { practitionerId }), typed)).toEqual([]);
});
