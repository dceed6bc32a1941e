import { writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { systemLetter } from "@/lib/features/templates/queries";
import { db } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import { readStoredFile } from "@/lib/platform/files/store";
import { RefusalError } from "@/lib/platform/refusal";
import { accountActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { signAgreement } from "./commands";
import { openSignedCopy } from "./copies/commands";
import { finishAgreementJob } from "./copies/jobs";
import { findPortalAgreements } from "./portal/queries";
import { findAgreementState } from "./queries";
import { verifySignature } from "./verification/queries";
import { publishVersion } from "./versions/commands";
import { findCurrentText } from "./versions/queries";

const finish = finishAgreementJob(systemLetter);
const code = (error: unknown) => (error instanceof RefusalError ? error.code : String(error));

/** A client, its owner signed in, and what the owner's form would send. */
async function signing(options: { language?: string } = {}) {
  const text = await make.agreementText();
  const { client, contact } = await make.clientWithOwner(options);
  const name = `${contact.firstName} ${contact.lastName}`;
  const relation = { clientId: client.id, isOwner: true, isPrimary: true };
  const actor = {
    ...contactActor(contact.id, [relation]),
    name,
    language: options.language ?? "en",
    ip: "203.0.113.7",
  };
  const input = {
    clientId: client.id,
    versionId: text.id,
    readText: text.textSha256,
    signerName: name,
    drawing: "",
    consent: "on" as const,
    userAgent: "Test Browser",
  };
  return { text, client, contact, actor, input };
}

describe("signing the agreement", () => {
  it("S2-18 BK-08 lets the owner sign once, however often the button is pressed together", async () => {
    const { actor, input, client } = await signing();
    const presses = await Promise.allSettled(Array.from({ length: 50 }, () => signAgreement(actor, input)));
    const signed = presses.filter((press) => press.status === "fulfilled");
    expect(signed).toHaveLength(1);
    const refused = presses.flatMap((press) => (press.status === "rejected" ? [code(press.reason)] : []));
    expect(new Set(refused)).toEqual(new Set(["already_signed"]));

    const signatureId = signed[0]?.value ?? "";
    await Promise.all(Array.from({ length: 10 }, () => finish({ signatureId })));
    expect(await db.signature.count({ where: { clientId: client.id } })).toBe(1);
    expect(await db.historyEntry.count({ where: { kind: "agreement.signed", subjectId: client.id } })).toBe(1);
    expect(await db.outboxMail.count({ where: { source: `agreement:${signatureId}` } })).toBe(1);
    expect(await db.storedFile.count({ where: { contentType: "application/pdf" } })).toBe(1);
  });

  it("S2-19 refuses every contact who is neither owner, primary contact nor guardian", async () => {
    const { input, client } = await signing();
    const other = await make.contact();
    await make.relationship({ clientId: client.id, contactId: other.id, title: "Bookkeeper" });
    const name = `${other.firstName} ${other.lastName}`;
    // Even a sign-in that claims otherwise: the row decides.
    const actor = { ...contactActor(other.id, [{ clientId: client.id, isOwner: true }]), name };
    await expect(signAgreement(actor, { ...input, signerName: name })).rejects.toMatchObject({ code: "not_entitled" });
    expect(await db.signature.count({ where: { clientId: client.id } })).toBe(0);
  });

  it("does not know a stranger's client", async () => {
    const { actor, input } = await signing();
    const stranger = await make.client();
    const refusal = expect.objectContaining({ code: "not_found" });
    await expect(signAgreement(actor, { ...input, clientId: stranger.id })).rejects.toEqual(refusal);
  });

  it("lets the guardian of a minor sign, until the guardianship ends", async () => {
    const { text } = await signing();
    const child = await make.client({ isPerson: true });
    const parent = await make.contact();
    await make.relationship({ clientId: child.id, contactId: parent.id, isGuardian: true });
    const name = `${parent.firstName} ${parent.lastName}`;
    const actor = { ...contactActor(parent.id, [{ clientId: child.id, isGuardian: true }]), name };
    const input = { clientId: child.id, versionId: text.id, readText: text.textSha256, signerName: name, drawing: "" };
    await db.relationship.updateMany({ where: { clientId: child.id }, data: { validTo: new Date("2020-01-01") } });
    const sign = () => signAgreement(actor, { ...input, consent: "on", userAgent: null });
    await expect(sign()).rejects.toMatchObject({ code: "not_found" });
    await db.relationship.updateMany({ where: { clientId: child.id }, data: { validTo: null } });
    await sign();
    expect(await db.signature.count({ where: { clientId: child.id } })).toBe(1);
  });

  it("takes only the signer's own name", async () => {
    const { actor, input } = await signing();
    await expect(signAgreement(actor, { ...input, signerName: "Somebody Else" })).rejects.toMatchObject({
      code: "not_own_name",
    });
  });

  it("BK-08 refuses when the text changed since it was opened", async () => {
    const { actor, input, client } = await signing();
    const administrator = accountActor("administrator", { confirmed: true });
    await publishVersion(administrator, {
      en: { title: "New", body: "Other words." },
      es: { title: null, body: null },
      ...{ centerId: null, change: "material" },
    });
    await expect(signAgreement(actor, input)).rejects.toMatchObject({ code: "text_changed" });
    expect(await db.signature.count({ where: { clientId: client.id } })).toBe(0);
  });

  it("counts the languages of one version as one", async () => {
    const { actor, input, client, text } = await signing();
    await make.agreementText({ number: text.number, language: "es", title: "Acuerdo", body: "Texto." });
    await signAgreement(actor, input);
    const spanish = await db.agreementVersion.findFirstOrThrow({ where: { number: text.number, language: "es" } });
    const inSpanish = { ...input, versionId: spanish.id, readText: spanish.textSha256 };
    const again = signAgreement({ ...actor, language: "es" }, inSpanish);
    await expect(again).rejects.toMatchObject({ code: "already_signed" });
    expect(await db.signature.count({ where: { clientId: client.id } })).toBe(1);
  });

  it("refuses a client who is no longer active", async () => {
    const { actor, input, client } = await signing();
    const statusId = await make.statusId("INACTIVE");
    await db.client.updateMany({ where: { id: client.id }, data: { statusId } });
    await expect(signAgreement(actor, input)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the signed copy", () => {
  let signatureId = "";
  let made: Awaited<ReturnType<typeof signing>>;
  beforeEach(async () => {
    made = await signing({ language: "es" });
    signatureId = await signAgreement(made.actor, made.input);
    await finish({ signatureId });
  });

  const verify = async () => {
    const { verificationCode } = await db.signature.findUniqueOrThrow({ where: { id: signatureId } });
    return verifySignature(made.actor, verificationCode.toLowerCase().replaceAll("-", " "));
  };

  it("reaches the signer by mail, in the signer's language, with the document", async () => {
    const mail = await db.outboxMail.findFirstOrThrow({ where: { source: `agreement:${signatureId}` } });
    expect(mail.toEmail).toBe(made.contact.email);
    expect(mail.subject).toContain("copia");
    expect(mail.attachments).toMatchObject([{ contentType: "application/pdf" }]);
  });

  it("BK-08 is found unchanged by its code, and changed when one byte was flipped", async () => {
    expect(await verify()).toMatchObject({ outcome: "found", clientName: made.client.name, copy: "intact" });
    const { pdfFileId } = await db.signature.findUniqueOrThrow({ where: { id: signatureId } });
    const file = await readStoredFile(db, pdfFileId ?? "");
    const { key } = await db.storedFile.findUniqueOrThrow({ where: { id: pdfFileId ?? "" } });
    const bytes = Buffer.from(file?.bytes ?? []);
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    await writeFile(path.join(env().DATA_DIR, "files", key), bytes);
    expect(await verify()).toMatchObject({ outcome: "found", copy: "changed" });
  });

  it("knows no other code", async () => {
    expect(await verifySignature(made.actor, "0000-0000-0000-0000")).toEqual({ outcome: "unknown" });
    expect(await verifySignature(made.actor, "not a code")).toEqual({ outcome: "unknown" });
  });

  it("opens for the signer and for staff, and for nobody else", async () => {
    expect((await openSignedCopy(made.actor, signatureId))?.contentType).toBe("application/pdf");
    expect(await openSignedCopy(accountActor("staff"), signatureId)).not.toBeNull();
    expect(await openSignedCopy(accountActor("practitioner"), signatureId)).toBeNull();
    const stranger = await make.clientWithOwner();
    const other = contactActor(stranger.contact.id, [{ clientId: stranger.client.id, isOwner: true }]);
    expect(await openSignedCopy(other, signatureId)).toBeNull();
    const bookkeeper = contactActor(made.contact.id, [{ clientId: made.client.id }]);
    expect(await openSignedCopy(bookkeeper, signatureId)).toBeNull();
  });

  it("S2-44 shows where the agreement stands to the owner, and to others only who may sign", async () => {
    const {
      agreements: [own],
    } = await findPortalAgreements(made.actor);
    expect(own).toMatchObject({ standing: "current", signature: { id: signatureId } });
    const {
      agreements: [other],
    } = await findPortalAgreements(contactActor(made.contact.id, [{ clientId: made.client.id }]));
    expect(other).toMatchObject({ maySign: false, signature: null, signers: [made.input.signerName] });
    expect(await findAgreementState(accountActor("staff"), made.client.id)).toMatchObject({ standing: "current" });
  });
});

describe("a new version", () => {
  it("asks nobody again for other words, everybody for another agreement, and a center's first text asks its clients", async () => {
    const { actor, input, client } = await signing();
    await signAgreement(actor, input);
    const administrator = accountActor("administrator", { confirmed: true });
    const staff = accountActor("staff");
    const publish = (body: string, change: "material" | "wording", centerId: string | null = null) =>
      publishVersion(administrator, {
        en: { title: "Terms", body },
        es: { title: null, body: null },
        centerId,
        change,
      });
    const standing = async () => (await findAgreementState(staff, client.id))?.standing;
    const inPortal = async () => (await findPortalAgreements(actor)).agreements[0]?.standing;
    const sign = async () => {
      const current = await findCurrentText({ language: "en", centerId: client.centerId });
      const now = { versionId: current?.id ?? "", readText: current?.textSha256 ?? "" };
      return signAgreement(actor, { ...input, ...now });
    };
    await publish("The same, said better.", "wording");
    await publish("The same, said best.", "wording");
    expect([await standing(), await inPortal()]).toEqual(["current", "current"]);
    await expect(sign()).rejects.toMatchObject({ code: "already_signed" });
    await publish("Something else.", "material");
    expect([await standing(), await inPortal()]).toEqual(["earlier", "earlier"]);
    await sign();
    expect([await standing(), await inPortal()]).toEqual(["current", "current"]);
    await publish("Something else, said better.", "wording");
    await publish("For this center only.", "wording", client.centerId);
    expect([await standing(), await inPortal()]).toEqual(["earlier", "earlier"]);
    expect(await db.agreementVersion.count({ where: { centerId: client.centerId, asksAgain: true } })).toBe(1);
    expect(await db.signature.count({ where: { clientId: client.id } })).toBe(2);
  });
});
