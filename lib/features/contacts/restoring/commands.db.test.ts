import { expect, it } from "vitest";
import { editContact } from "@/lib/features/contacts/commands";
import { findContact } from "@/lib/features/contacts/queries";
import { editContactInput } from "@/lib/features/contacts/schema";
import { listChanges } from "@/lib/features/stream/changes/queries";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { restoreContactValue } from "./commands";
import type { RestoreContactValueInput } from "./schema";

const { id: accountId } = await make.account();
const actor = accountActor("staff", { accountId });

async function seen(id: string) {
  const contact = await findContact(actor, id);
  if (!contact) throw new Error("no contact");
  return contact;
}

async function changed(contactId: string, fields: Record<string, unknown>): Promise<string> {
  const { version, firstName, lastName, email, phone, language } = await seen(contactId);
  const form = { firstName, lastName, email: email ?? "", phone: phone ?? "", language, ...fields };
  await editContact(actor, editContactInput.parse({ ...form, contactId, version }));
  const [entry] = (await listChanges(actor, { kind: "contact", id: contactId })).rows;
  return entry?.id ?? "";
}

const restore = async (contactId: string, field: RestoreContactValueInput["field"], entryId: string) =>
  restoreContactValue(actor, { contactId, field, entryId, version: (await seen(contactId)).version });

it("an old value of a contact stands again, and their history says that it was restored", async () => {
  const { id } = await make.contact({ phone: "+13125550142", doNotMail: true });
  const { email, lastName } = await seen(id);
  const entryId = await changed(id, { phone: "", lastName: "Married", email: "new@mail.example" });
  for (const field of ["phone", "lastName", "email", "doNotMail"] as const) await restore(id, field, entryId);
  expect(await seen(id)).toMatchObject({ phone: "+13125550142", lastName, email, doNotMail: true });
  const { rows } = await listChanges(actor, { kind: "contact", id });
  expect(rows.map(({ data }) => data.restores ?? null)).toEqual([entryId, entryId, entryId, entryId, null]);
  await expect(restore(id, "phone", entryId)).rejects.toMatchObject({ code: "same_value" });
});

it("nothing is restored over somebody's newer save, by a stranger, or from another's history", async () => {
  const [{ id }, other] = [await make.contact({ phone: "+13125550142" }), await make.contact()];
  const entryId = await changed(id, { phone: "" });
  const { version } = await seen(id);
  await changed(id, { lastName: "Faster" });
  const input = { contactId: id, field: "phone", entryId, version } as const;
  await expect(restoreContactValue(actor, input)).rejects.toMatchObject({ code: "changed_meanwhile" });
  await expect(restore(other.id, "phone", entryId)).rejects.toMatchObject({ code: "not_found" });
  const stranger = accountActor("practitioner", { practitionerId: (await make.practitioner()).id });
  await expect(restoreContactValue(stranger, input)).rejects.toMatchObject({ code: "not_found" });
  expect((await listChanges(stranger, { kind: "contact", id })).rows).toEqual([]);
});
