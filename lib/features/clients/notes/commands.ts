import "server-only";
import { clientsWhere } from "@/lib/features/clients/scope";
import { contactsWhere } from "@/lib/features/contacts/scope";
import { type Actor, actingOn } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import type { EditNoteInput } from "./schema";
import { mayReadNotes } from "./scope";

/** Writes what staff note about a record. History says that it was written, never what. */
export async function editNote(actor: Actor, input: EditNoteInput): Promise<void> {
  const { subjectKind, subjectId, version } = input;
  const text = input.text ?? "";
  if (!mayReadNotes(actor, input)) refuse("not_found", "refusals.notFound");
  await inTransaction(async (tx) => {
    if (!(await subjectExists(tx, actor, input))) refuse("not_found", "refusals.notFound");
    const { count } =
      version === 0
        ? await tx.staffNote.createMany({ data: [{ subjectKind, subjectId, text }], skipDuplicates: true })
        : await tx.staffNote.updateMany({
            where: { subjectKind, subjectId, version },
            data: { text, version: { increment: 1 } },
          });
    if (count === 0) refuse("changed_meanwhile", "refusals.changedMeanwhile");
    await record(tx, actor, { kind: "note.edited", subject: { kind: subjectKind, id: subjectId }, data: {} });
  });
}

async function subjectExists(tx: Tx, actor: Actor, { subjectKind, subjectId: id }: EditNoteInput): Promise<boolean> {
  const select = { id: true };
  if (subjectKind === "practitioner") return (await tx.practitioner.findUnique({ where: { id }, select })) !== null;
  if (subjectKind === "account") return (await tx.account.findUnique({ where: { id }, select })) !== null;
  const found =
    subjectKind === "client"
      ? await tx.client.findFirst({
          where: { AND: [{ id }, clientsWhere(actingOn(actor, "clients", "edit"))] },
          select,
        })
      : await tx.contact.findFirst({
          where: { AND: [{ id }, contactsWhere(actingOn(actor, "contacts", "edit"))] },
          select,
        });
  return found !== null;
}
