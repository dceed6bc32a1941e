import "server-only";
import { notifyMentioned } from "@/lib/features/notices/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import type { FindSubject, SubjectKind } from "@/lib/platform/subject";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { MAX_PINS, type PinNoteInput } from "./schema";
import { mayReadPins } from "./scope";

/**
 * Pins a note on top of a record, and tells the colleagues whom it mentions. History says that it was pinned, never what.
 * @throws {RefusalError} not_found, too_many_pins
 */
export async function pinNote(actor: Actor, input: PinNoteInput, findSubject: FindSubject): Promise<void> {
  const { subjectKind, subjectId, text } = input;
  if (!mayReadPins(actor)) refuse("not_found", "refusals.notFound");
  await inTransaction(async (tx) => {
    const subject = await findSubject(actor, { kind: subjectKind, id: subjectId }, tx);
    if (!subject) refuse("not_found", "refusals.notFound");
    // Two people may pin at once: the second waits here and counts the first one's note.
    await execute(sql`select pg_advisory_xact_lock(hashtextextended(${`pin:${subjectId}`}, 0))`, tx);
    if ((await tx.pinnedNote.count({ where: { subjectKind, subjectId } })) >= MAX_PINS)
      refuse("too_many_pins", "pins.refusals.tooMany", { field: "text", values: { count: MAX_PINS } });
    const id = newId();
    const authorId = actor.kind === "account" ? actor.accountId : null;
    await tx.pinnedNote.create({
      data: { id, subjectKind, subjectId, text, authorId, authorName: actor.name, createdAt: now() },
      select: { id: true },
    });
    const about = { kind: subjectKind, id: subjectId };
    await notifyMentioned(tx, actor, { text, subject: about, sourceId: id, readers: "staff" });
    await record(tx, actor, {
      kind: "pin.added",
      subject: about,
      data: { pinId: id, visibility: "STAFF" },
      clientIds: subject.clientIds,
    });
  });
}

/** Takes a pinned note off again. */
export async function unpinNote(actor: Actor, { pinId }: { pinId: string }, findSubject: FindSubject): Promise<void> {
  if (!mayReadPins(actor)) refuse("not_found", "refusals.notFound");
  await inTransaction(async (tx) => {
    const select = { subjectKind: true, subjectId: true };
    const pin = await tx.pinnedNote.findUnique({ where: { id: pinId }, select });
    const about = pin && { kind: pin.subjectKind as SubjectKind, id: pin.subjectId };
    const subject = about && (await findSubject(actor, about, tx));
    if (!subject) refuse("not_found", "refusals.notFound");
    // Whoever comes second finds it gone, and nothing more is told.
    const { count } = await tx.pinnedNote.deleteMany({ where: { id: pinId } });
    if (count === 0) return;
    await record(tx, actor, {
      kind: "pin.removed",
      subject: { kind: subject.kind, id: subject.id },
      data: { pinId, visibility: "STAFF" },
      clientIds: subject.clientIds,
    });
  });
}
