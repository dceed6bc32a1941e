import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { type HeldDocument, holdDocument } from "./queries";
import { visibilitiesOn } from "./rules";
import type { EditDocumentInput } from "./schema";

/**
 * Renames, moves and shares a document in one go; what did not change is not told.
 * @throws {RefusalError} not_found, not_shareable, unknown_contact
 */
export async function editDocument(actor: Actor, input: EditDocumentInput): Promise<void> {
  await inTransaction(async (tx) => {
    const document = await holdDocument(tx, actor, input);
    if (!document) refuse("not_found", "refusals.notFound");
    const { name, folder, visibility } = input;
    if (!visibilitiesOn(document.subject.kind).includes(visibility))
      refuse("not_shareable", "documents.refusals.notShareable", { field: "visibility" });
    const contactId = visibility === "CONTACT" ? await contactOf(tx, document, input.contactId) : null;
    const data = { name, folder, visibility, contactId };
    // What people see of a document tells when its content changed, so that moving it leaves the date alone.
    await tx.document.update({ where: { id: document.id }, data, select: { id: true } });
    await tell(tx, actor, { document, data });
  });
}

type Edited = Pick<HeldDocument, "name" | "folder" | "visibility" | "contactId">;

async function tell(tx: Tx, actor: Actor, { document, data }: { document: HeldDocument; data: Edited }): Promise<void> {
  const { subject, clientIds, id: documentId } = document;
  const { name, folder, visibility, contactId } = data;
  const entry = { subject, clientIds };
  if (name !== document.name)
    await record(tx, actor, { ...entry, kind: "document.renamed", data: { documentId, name, before: document.name } });
  if (folder !== document.folder)
    await record(tx, actor, { ...entry, kind: "document.moved", data: { documentId, name, folder } });
  if (visibility !== document.visibility || contactId !== document.contactId)
    await record(tx, actor, { ...entry, kind: "document.shared", data: { documentId, name, visibility, contactId } });
}

/** Only somebody of the record: a client's own people, or the contact itself. */
async function contactOf(tx: Tx, { subject }: HeldDocument, chosen: string | null): Promise<string> {
  const unknown = () => refuse("unknown_contact", "documents.refusals.chooseContact", { field: "contactId" });
  if (subject.kind === "contact") return subject.id;
  if (!chosen) return unknown();
  const related = await tx.relationship.count({
    where: { clientId: subject.id, contactId: chosen, contact: { deletedAt: null } },
  });
  return related > 0 ? chosen : unknown();
}
