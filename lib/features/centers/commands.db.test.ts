import { expect, it } from "vitest";
import { findLetterValues, systemLetter } from "@/lib/features/templates/queries";
import { db, inTransaction } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { PNG } from "@/prisma/factories/picture";
import { editCenter } from "./commands";
import { findCenter, findCenterOfContact, findLogo } from "./queries";
import { commonBrand, portalBrand } from "./rules";
import { editCenterInput } from "./schema";

const administrator = accountActor("administrator", { confirmed: true });
const form = (centerId: string, more: object = {}) =>
  editCenterInput.parse({ centerId, name: `Center ${centerId}`, timeZone: "America/Denver", ...more });

it("S2-21 gives a center a colour, a logo that is a picture, and an address for answers, which its mails bear", async () => {
  const { id: centerId } = await make.center();
  const logo = new File([new Uint8Array(PNG)], "logo.png", { type: "text/html" });
  await editCenter(administrator, form(centerId, { colour: "teal", logo, replyTo: "Office@Example.org" }));
  expect(await findCenter(administrator, centerId)).toMatchObject({ colour: "teal", hasLogo: true });
  expect((await findLogo(centerId))?.contentType).toBe("image/png");

  const letter = await inTransaction((tx) =>
    systemLetter(tx, { key: "password-changed", language: "en", values: {}, centerId }),
  );
  expect(letter.replyTo).toBe("Office@Example.org");
  expect(letter.html).toContain(`/api/centers/${centerId}/logo`);
  expect(letter.html).toContain("#0f5f5a");
  const client = await make.client({ centerId });
  const [found] = await findLetterValues(db, [{ clientId: client.id, contactId: null }]);
  expect(found?.mail).toMatchObject({ replyTo: "Office@Example.org", brand: { ink: "#0f5f5a" } });

  const { fileId } = await findFile(centerId);
  await editCenter(administrator, form(centerId, { removeLogo: "on" }));
  expect(await findLogo(centerId)).toBeNull();
  expect(await db.storedFile.findUnique({ where: { id: fileId } })).toBeNull();
});

it("refuses a web page that calls itself a logo", async () => {
  const { id: centerId } = await make.center();
  const logo = new File(["<script>1</script>"], "logo.png", { type: "image/png" });
  await expect(editCenter(administrator, form(centerId, { logo }))).rejects.toMatchObject({ code: "file_kind" });
});

it("leaves letters plain where a center has no face, and for contacts of several centers", async () => {
  const plain = await make.center();
  const values = { values: {}, language: "en", key: "password-changed" as const };
  const none = await inTransaction((tx) => systemLetter(tx, values));
  const bare = await inTransaction((tx) => systemLetter(tx, { ...values, centerId: plain.id }));
  expect(bare.html).toBe(none.html);
  const { contact } = await make.clientWithOwner({ centerId: plain.id });
  expect(await findCenterOfContact(db, contact.id)).toBe(plain.id);
  await make.relationship({ clientId: (await make.client()).id, contactId: contact.id });
  expect(await findCenterOfContact(db, contact.id)).toBeNull();
});

it("dresses the portal as the center only where all clients share it", () => {
  const teal = { centerId: "a", name: "A", colour: "teal" as const, hasLogo: true };
  expect(portalBrand("The Office", commonBrand([teal, teal]))).toMatchObject({ name: "A", colour: "teal" });
  expect(portalBrand("The Office", commonBrand([teal, { ...teal, centerId: "b" }]))).toEqual({ name: "The Office" });
  expect(portalBrand("The Office", commonBrand([]))).toEqual({ name: "The Office" });
});

async function findFile(centerId: string) {
  const { logoFileId } = await db.center.findUniqueOrThrow({ where: { id: centerId }, select: { logoFileId: true } });
  return { fileId: logoFileId ?? "" };
}
