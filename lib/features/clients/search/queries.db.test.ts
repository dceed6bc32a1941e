import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { accountActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { searchEverything } from "./queries";

const staff = accountActor("staff");
let acme: { id: string; number: string };
beforeAll(async () => {
  acme = await make.client({ name: "Whitfield Bakery" });
  const contact = await make.contact({ firstName: "Gabriela", lastName: "Hernández", email: "gabi@bakery.example" });
  await make.relationship({ clientId: acme.id, contactId: contact.id, isPrimary: true });
  for (let index = 0; index < 30; index++) await make.client({ name: `Other Company ${index}` });
});

const found = async (q: string) => (await searchEverything(staff, q)).map(({ name }) => name);

it.each([
  ["whitf", "Whitfield Bakery"],
  ["hernand", "Gabriela Hernández"],
  ["hernandes", "Gabriela Hernández"],
  ["whitfeild", "Whitfield Bakery"],
  ["gabi@bak", "Gabriela Hernández"],
])("finds the record among the first three, also with a typing error: %s", async (typed, name) => {
  expect((await found(typed)).slice(0, 3)).toContain(name);
});

it("finds a client by the whole of a short number, and nothing without letters", async () => {
  await make.client({ number: "42", name: "Forty-two" });
  expect(await found("42")).toEqual(["Forty-two"]);
  expect(await found("  ")).toEqual([]);
  expect(await found("%_")).toEqual([]);
});

it("finds for each person only what they may see", async () => {
  expect(
    await searchEverything(
      accountActor("practitioner", { practitionerId: (await make.practitioner()).id }),
      "whitfield",
    ),
  ).toEqual([]);
  const contact = contactActor(acme.id, [{ clientId: acme.id }]);
  expect((await searchEverything(contact, "other company")).length).toBe(0);
});

it("finds prospects by name, typing errors, address and phone, a practitioner those they own", async () => {
  const owner = await make.account({ role: "PRACTITIONER" });
  const { id } = await make.prospect({
    name: "Quillfeather Press",
    email: "ink@quillfeather.example",
    phone: "+13125550177",
    ownerId: owner.id,
  });
  for (const typed of ["quillf", "Quilfeather", "ink@quill", "(312) 555-0177"])
    expect((await searchEverything(staff, typed)).map((hit) => hit.id)).toContain(id);
  expect((await searchEverything(accountActor("practitioner", { accountId: owner.id }), "quillf"))[0]).toMatchObject({
    kind: "prospect",
    detail: "ink@quillfeather.example",
  });
  expect(await searchEverything(accountActor("practitioner"), "quillf")).toEqual([]);
  await db.prospect.update({ where: { id }, data: { deletedAt: new Date() } });
  expect(await found("quillf")).toEqual([]);
});
