import { describe, expect, it } from "vitest";
import { openSignedCopy } from "@/lib/features/agreements/copies/commands";
import { findAgreementPage, findAgreementState } from "@/lib/features/agreements/queries";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { recordPaperSignature } from "./commands";

const staff = accountActor("staff");
const PDF = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

async function paper() {
  const { client, contact } = await make.clientWithOwner();
  const text = await make.agreementText();
  const by = { contactId: contact.id, signerName: "Ana Owner", signedOn: "2020-03-08" };
  return { client, text, input: { clientId: client.id, versionId: text.id, ...by } };
}

describe("a paper signature", () => {
  it("counts as an agreement, keeps its day and its scan, and stands in the client's stream", async () => {
    const { input, client } = await paper();
    const scan = new File([PDF], "signed.pdf", { type: "application/pdf" });
    await recordPaperSignature(staff, { ...input, scan });
    const state = await findAgreementState(staff, client.id);
    expect(state).toMatchObject({ standing: "current", signature: { signedOn: "2020-03-08", method: "PAPER" } });
    const copy = await openSignedCopy(staff, state?.signature?.id ?? "");
    expect(copy).toMatchObject({ name: "signed.pdf", contentType: "application/pdf" });
    expect(await db.streamEntry.count({ where: { clientId: client.id, kind: "agreement.paper-recorded" } })).toBe(1);
  });

  it("is recorded once for each version, however often it is sent together", async () => {
    const { input, client } = await paper();
    const sent = await Promise.allSettled(Array.from({ length: 10 }, () => recordPaperSignature(staff, input)));
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await findAgreementPage(staff, client.id))?.signatures).toHaveLength(1);
  });

  it("is refused for a day to come, for a stranger, and for a file that is not what it says", async () => {
    const { input, client } = await paper();
    const stranger = await make.contact();
    const fake = new File(["<svg/>"], "scan.pdf");
    const refused = (change: object) => expect(recordPaperSignature(staff, { ...input, ...change })).rejects;
    await refused({ signedOn: "2999-01-01" }).toMatchObject({ code: "in_the_future", field: "signedOn" });
    await refused({ contactId: stranger.id }).toMatchObject({ code: "not_found" });
    await refused({ scan: fake }).toMatchObject({ code: "file_kind", field: "scan" });
    expect(await db.signature.count({ where: { clientId: client.id } })).toBe(0);
  });

  it("can be of a text that is not held here", async () => {
    const { input, client } = await paper();
    await recordPaperSignature(staff, { ...input, versionId: null });
    expect(await findAgreementState(staff, client.id)).toMatchObject({ standing: "earlier", count: 1 });
  });
});
