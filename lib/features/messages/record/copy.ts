import { messageItem } from "@/lib/features/messages/copy";
import type { MessageRow } from "@/lib/features/messages/schema";
import { taskItem } from "@/lib/features/tasks/copy";
import type { TaskRow } from "@/lib/features/tasks/schema";
import type { Locale } from "@/lib/values/locale";
import { dayIn } from "@/lib/values/wall-clock";

type Found = { messages: readonly MessageRow[]; moreMessages: boolean; tasks: readonly TaskRow[] };
type Context = { now: Date; zone: string; locale: Locale };

/** Messages and tasks of a record with every word chosen. */
export function recordWork({ messages, moreMessages, tasks }: Found, context: Context) {
  const today = dayIn(context.zone, context.now);
  return {
    messages: messages.map((message) => messageItem(message, context)),
    moreMessages,
    tasks: tasks.map((task) => taskItem(task, { today, locale: context.locale })),
  };
}
export type RecordWorkItems = ReturnType<typeof recordWork>;
