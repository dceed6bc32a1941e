import { expect, it } from "vitest";
import { inactivateAccount, reactivateAccount } from "@/lib/features/accounts/team/commands";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { PNG } from "@/prisma/factories/picture";
import { editPractitioner, reactivatePractitioner } from "./commands";
import { findPhoto, findPractitioner } from "./queries";
import { editPractitionerInput } from "./schema";

const admin = accountActor("administrator", { confirmed: true });
const staff = accountActor("staff");
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(() => "ok").catch((error: { code?: string }) => error.code ?? String(error));

async function withAccount() {
  const account = await make.account({ role: "PRACTITIONER" });
  return { account, practitioner: await make.practitioner({ accountId: account.id }) };
}

const statusOf = async (id: string) => (await db.practitioner.findUniqueOrThrow({ where: { id } })).status;

it("S1-07 S1-08 closing an account closes its practitioner in the same transaction, and no other", async () => {
  const { account, practitioner } = await withAccount();
  const bystander = await make.practitioner();
  await inactivateAccount(admin, { accountId: account.id });
  expect(await statusOf(practitioner.id)).toBe("INACTIVE");
  expect(await statusOf(bystander.id)).toBe("ACTIVE");
});

it("S1-13 opening an account again leaves its practitioner as it is, until somebody says otherwise", async () => {
  const { account, practitioner } = await withAccount();
  await inactivateAccount(admin, { accountId: account.id });
  await reactivateAccount(admin, { accountId: account.id });
  expect(await statusOf(practitioner.id)).toBe("INACTIVE");
  await reactivatePractitioner(staff, { practitionerId: practitioner.id });
  expect(await statusOf(practitioner.id)).toBe("ACTIVE");
});

const form = (practitionerId: string, rest: object) =>
  editPractitionerInput.parse({ practitionerId, firstName: "Ana", lastName: "Ruiz", status: "ACTIVE", ...rest });

it("S1-09 S1-10 a practitioner is made inactive on the record alone, and the account stays open", async () => {
  const { account, practitioner } = await withAccount();
  await editPractitioner(staff, form(practitioner.id, { status: "INACTIVE" }));
  expect(await statusOf(practitioner.id)).toBe("INACTIVE");
  expect(await db.account.findUnique({ where: { id: account.id } })).toMatchObject({ status: "ACTIVE" });
  expect(await findPractitioner(staff, practitioner.id)).toMatchObject({ accountActive: true });
});

it("S1-14 S2-21 keeps skills, languages, services and a photo that is a picture by its content", async () => {
  const { practitioner } = await withAccount();
  const service = await db.service.create({ data: { name: `Plans ${practitioner.id}` } });
  const photo = new File([PNG as BlobPart], "me.png", { type: "text/html" });
  const fields = { skills: "Tax, Loans , Tax", languages: ["en", "es"], serviceIds: [service.id], photo };
  await editPractitioner(staff, form(practitioner.id, fields));
  expect(await findPractitioner(staff, practitioner.id)).toMatchObject({
    skills: ["Tax", "Loans"],
    languages: [{ name: "English" }, { name: "Spanish" }],
    services: [{ id: service.id }],
    hasPhoto: true,
  });
  expect((await findPhoto(staff, practitioner.id))?.contentType).toBe("image/png");
  const page = new File(["<script>" as BlobPart], "me.png");
  expect(await codeOf(editPractitioner(staff, form(practitioner.id, { photo: page })))).toBe("file_kind");
  const large = new File([new Uint8Array(2_000_001) as BlobPart], "me.png");
  expect(await codeOf(editPractitioner(staff, form(practitioner.id, { photo: large })))).toBe("file_too_large");
  await editPractitioner(staff, form(practitioner.id, { removePhoto: "on" }));
  expect(await findPhoto(staff, practitioner.id)).toBeNull();
});
