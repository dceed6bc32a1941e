import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import type { EditNoteInput, StaffNote } from "./schema";
import { mayReadNotes } from "./scope";

/** What staff noted about a record; null for everybody who may not know. */
export async function findNote(
  actor: Actor,
  { subjectKind, subjectId }: Pick<EditNoteInput, "subjectKind" | "subjectId">,
): Promise<StaffNote | null> {
  if (!mayReadNotes(actor, { subjectKind, subjectId })) return null;
  const note = await db.staffNote.findUnique({
    where: { subjectKind_subjectId: { subjectKind, subjectId } },
    select: { text: true, version: true },
  });
  return note ?? { text: "", version: 0 };
}
