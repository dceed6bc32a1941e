import "server-only";
import { listMessages } from "@/lib/features/messages/queries";
import { MESSAGES_ON_CARD } from "@/lib/features/messages/schema";
import { listTasksAbout } from "@/lib/features/tasks/queries";
import { TASKS_ON_CARD } from "@/lib/features/tasks/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { SubjectKey } from "@/lib/platform/subject";
import { type RecordWorkItems, recordWork } from "./copy";

/**
 * What a record's main page shows of what was said and of what waits: the newest messages, the next tasks.
 * @param zone where people read the times.
 */
export async function findRecordWork(actor: Actor, subject: SubjectKey, zone: string): Promise<RecordWorkItems> {
  const [page, tasks] = await Promise.all([
    listMessages(actor, subject, { size: MESSAGES_ON_CARD }),
    listTasksAbout(actor, subject, { limit: TASKS_ON_CARD }),
  ]);
  const found = { messages: page.rows, moreMessages: page.next !== null, tasks };
  return recordWork(found, { now: now(), zone, locale: "en" });
}
