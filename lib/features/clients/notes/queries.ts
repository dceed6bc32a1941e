import "server-only";
import { marksOf } from "@/lib/features/pins/queries";
import type { RecordMarks } from "@/lib/features/pins/schema";
import type { AccountActor, Actor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
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

/** What is noted about a record and pinned on it, in one query; the note null for everybody who may not know. */
export async function findNoteAndMarks(
  actor: AccountActor,
  subject: { kind: string; id: string },
): Promise<{ note: StaffNote | null; marks: RecordMarks }> {
  const mayRead = mayReadNotes(actor, { subjectKind: subject.kind, subjectId: subject.id });
  const [found] = await rows<RecordMarks & { note: StaffNote | null }>(sql`
    select ${marksOf(actor, subject)}, (select jsonb_build_object('text', n.text, 'version', n.version) from staff_notes n
      where n.subject_kind = ${subject.kind} and n.subject_id = ${subject.id}::uuid and ${mayRead}) as note`);
  const { note = null, ...marks } = found ?? { pins: [], follows: false };
  return { note: mayRead ? (note ?? { text: "", version: 0 }) : null, marks };
}
