import { expect, it } from "vitest";
import { listContacts } from "@/lib/features/contacts/queries";
import { contactSearch } from "@/lib/features/contacts/schema";
import { addCustomField } from "@/lib/features/custom-fields/definitions/commands";
import { addCustomFieldInput } from "@/lib/features/custom-fields/definitions/schema";
import { filterKey } from "@/lib/features/custom-fields/rules";
import { saveFilter } from "@/lib/features/filters/commands";
import { encodeFilter } from "@/lib/features/filters/encoding/rules";
import type { FilterTree } from "@/lib/features/filters/schema";
import { listProspects } from "@/lib/features/prospects/queries";
import { prospectSearch } from "@/lib/features/prospects/schema";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { findContactListing } from "./queries";

const staff = async () => accountActor("staff", { accountId: (await make.account()).id });
const administrator = accountActor("administrator", { confirmed: true });
const zone = { zone: "America/Chicago" };

async function ownField(recordKind: "contact" | "prospect", label: string) {
  const id = await addCustomField(administrator, addCustomFieldInput.parse({ recordKind, type: "number", label }));
  return { id, key: filterKey({ id, type: "number" }) };
}

const one = (field: string, operator: string, value?: unknown) => ({ field, operator, value }) as FilterTree;
const contactsOf = async (tree: FilterTree) =>
  (await listContacts(await staff(), contactSearch.parse({ filter: encodeFilter(tree) }))).rows.map(({ id }) => id);

it("contacts are found by what they are to clients, and by the organization's own fields", async () => {
  const { client, contact } = await clientWithContact();
  const other = await make.contact();
  const { id: fieldId, key } = await ownField("contact", "Badge");
  const value = { fieldId, recordKind: "contact", type: "number", numberValue: 7 } as const;
  await db.customValue.create({ data: { ...value, recordId: other.id, contactId: other.id } });
  expect(await contactsOf(one(key, "at_least", 5))).toEqual([other.id]);
  expect(
    await contactsOf({ all: [one("role", "one_of", ["PRIMARY"]), one("center", "one_of", [client.centerId])] }),
  ).toEqual([contact.id]);
  const nobodys = await contactsOf({ all: [one("hasClient", "no"), one("role", "none_of", ["PRIMARY"])] });
  expect(nobodys).toContain(other.id);
  expect(nobodys).not.toContain(contact.id);
  expect(await contactsOf(one("role", "one_of", ["OWNER' or true --"]))).toEqual([]);
});

it("a view of contacts is saved together with the filter beside it, and a filter nobody can read lists nobody", async () => {
  const ada = await staff();
  const [kept, mailed] = [await make.contact({ doNotMail: true }), await make.contact({ doNotMail: false })];
  const search = contactSearch.parse({
    view: "do-not-mail",
    filter: encodeFilter(one("firstName", "is_not", "Nobody")),
  });
  const shown = await findContactListing(ada, search);
  const filter = shown.filter ? encodeFilter(shown.filter) : "";
  const saved = await saveFilter(ada, { list: "contacts", name: "Silent", shared: false, filter });
  const again = await findContactListing(ada, contactSearch.parse({ saved }));
  const ids = again.page.rows.map(({ id }) => id);
  expect(again).toMatchObject({ edited: false, savedGone: false, saved: { name: "Silent" } });
  expect([ids.includes(kept.id), ids.includes(mailed.id)]).toEqual([true, false]);
  const broken = await findContactListing(ada, contactSearch.parse({ filter: "bm9uc2Vuc2U" }));
  expect([broken.unreadable, broken.page.rows, broken.total.count]).toEqual([true, [], 0]);
});

it("prospects are found by their own fields beside what narrows them, and not by what cannot be read", async () => {
  const ada = await staff();
  const [large, small] = [await make.prospect({ source: "Fair" }), await make.prospect({ source: "Fair" })];
  const { id: fieldId, key } = await ownField("prospect", "Seats");
  for (const [prospect, seats] of [
    [large, 900],
    [small, 3],
  ] as const) {
    const value = { fieldId, recordKind: "prospect", type: "number", numberValue: seats } as const;
    await db.customValue.create({ data: { ...value, recordId: prospect.id, prospectId: prospect.id } });
  }
  const found = async (address: object) =>
    (await listProspects(ada, prospectSearch.parse(address), zone)).rows.map(({ id }) => id);
  expect(await found({ source: "Fair", filter: encodeFilter(one(key, "at_least", 100)) })).toEqual([large.id]);
  expect(await found({ source: "Fair", filter: encodeFilter(one("source", "is_empty")) })).toEqual([]);
  expect(await found({ filter: "nonsense" })).toEqual([]);
});

async function clientWithContact() {
  const [client, contact] = [await make.client(), await make.contact()];
  await db.relationship.create({ data: { clientId: client.id, contactId: contact.id, isPrimary: true } });
  return { client, contact };
}
