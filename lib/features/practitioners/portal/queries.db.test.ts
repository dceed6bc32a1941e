import { expect, it } from "vitest";
import { db, inTransaction } from "@/lib/platform/db/db";
import { storeFile } from "@/lib/platform/files/store";
import { contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { PNG } from "@/prisma/factories/picture";
import { findPhoto } from "../queries";
import { listOwnPractitioners } from "./queries";

it("S3-26 S3-30 names whom staff assigned before the first session, and nobody who has left or serves others", async () => {
  const main = await make.practitioner({ lastName: "Zimmer" });
  const assigned = await make.practitioner({ lastName: "Adler", languages: ["en", "es"] });
  const left = await make.practitioner({ lastName: "Boyd" });
  const client = await make.client({ name: "First Shop", practitionerId: main.id });
  const stranger = await make.client({ practitionerId: (await make.practitioner()).id });
  for (const { id } of [assigned, left])
    await db.clientPractitioner.create({ data: { clientId: client.id, practitionerId: id } });
  await db.practitioner.update({ where: { id: left.id }, data: { status: "INACTIVE" } });
  const { id: contactId } = await make.contact();
  const owner = contactActor(contactId, [{ clientId: client.id, isPrimary: true }]);
  const found = await listOwnPractitioners(owner);
  expect(found.map(({ id }) => id)).toEqual([main.id, assigned.id]);
  expect(found[1]).toMatchObject({
    ...{
      email: assigned.email,
      phone: assigned.phone,
      languages: [
        { identifier: "en", name: "English" },
        { identifier: "es", name: "Spanish" },
      ],
      clients: ["First Shop"],
    },
  });
  expect(await listOwnPractitioners(contactActor(contactId, []))).toEqual([]);
  await db.client.update({ where: { id: client.id }, data: { deletedAt: new Date() } });
  expect(await listOwnPractitioners(owner)).toEqual([]);
  expect(stranger.id).not.toBe(client.id);
});

it("S3-26 shows the picture to clients of the practitioner only, and to none once they have left", async () => {
  const photo = await inTransaction((tx) => storeFile(tx, { name: "me.png", contentType: "image/png", bytes: PNG }));
  const practitioner = await make.practitioner({ photoFileId: photo.id });
  const client = await make.client({ practitionerId: practitioner.id });
  const { id: contactId } = await make.contact();
  const owner = contactActor(contactId, [{ clientId: client.id, isPrimary: true }]);
  const stranger = contactActor(contactId, [{ clientId: (await make.client()).id, isPrimary: true }]);
  expect(await findPhoto(owner, practitioner.id)).not.toBeNull();
  expect(await findPhoto(stranger, practitioner.id)).toBeNull();
  await db.practitioner.update({ where: { id: practitioner.id }, data: { status: "INACTIVE" } });
  expect(await findPhoto(owner, practitioner.id)).toBeNull();
});
