import "server-only";
import { messagesAbout } from "@/lib/features/messages/queries";
import { MESSAGES_ON_CARD, type MessageRow } from "@/lib/features/messages/schema";
import { tasksAbout } from "@/lib/features/tasks/queries";
import { TASKS_ON_CARD, type TaskRow } from "@/lib/features/tasks/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { rows } from "@/lib/platform/db/rows";
import type { SubjectKey } from "@/lib/platform/subject";
import { isId } from "@/lib/values/id";
import { parseInstant } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { type RecordWorkItems, recordWork } from "./copy";

/** As the database writes them into JSON: instants as text. Open tasks were never done. */
type Found = { messages: (Omit<MessageRow, "postedAt"> & { postedAt: string })[]; tasks: TaskRow[] };

/**
 * What a record's main page shows of what was said and of what waits: the newest messages, the next tasks.
 * @param zone where people read the times.
 */
export async function findRecordWork(actor: Actor, subject: SubjectKey, zone: string): Promise<RecordWorkItems> {
  const [found] = isId(subject.id)
    ? await rows<Found>(sql`
        select
          (select coalesce(jsonb_agg(to_jsonb(m)), '[]'::jsonb)
            from (${messagesAbout(actor, subject, { limit: MESSAGES_ON_CARD + 1 })}) m) as messages,
          (select coalesce(jsonb_agg(to_jsonb(t)), '[]'::jsonb)
            from (${tasksAbout(actor, subject, { limit: TASKS_ON_CARD })}) t) as tasks`)
    : [];
  const { messages, tasks } = found ?? { messages: [], tasks: [] };
  const shown = messages.slice(0, MESSAGES_ON_CARD).flatMap(({ postedAt, ...message }) => {
    const at = parseInstant(postedAt);
    return at ? [{ ...message, postedAt: at }] : [];
  });
  const work = { messages: shown, moreMessages: messages.length > MESSAGES_ON_CARD, tasks };
  return recordWork(work, { now: now(), zone, locale: "en" });
}
