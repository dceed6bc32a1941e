import { z } from "zod";
import { TASK_PRIORITIES } from "@/lib/features/tasks/schema";
import { subjectFields } from "@/lib/platform/subject";
import { blankAsNull, id, localDate, optionalText, requiredLongText } from "@/lib/values/fields";

export const MESSAGE_VISIBILITIES = ["STAFF", "PRACTITIONERS"] as const;
export type MessageVisibility = (typeof MESSAGE_VISIBILITIES)[number];

/** How many messages a page of a record's messages holds, and how many its card. */
export const MESSAGE_PAGE = 30;
export const MESSAGES_ON_CARD = 3;

export const messageSearch = z.object({ before: z.string().max(500).optional().catch(undefined) });

/** What the form of a message sends; the task's fields count only where its box is ticked. */
export const postMessageInput = z
  .object({
    ...subjectFields,
    text: requiredLongText(20_000),
    actionCodeId: blankAsNull(id),
    visibility: z.enum(MESSAGE_VISIBILITIES).default("STAFF"),
    idempotencyKey: id,
    withTask: z.literal("on").optional(),
    taskSubject: optionalText(200),
    taskPriority: z.enum(TASK_PRIORITIES).default("NORMAL"),
    taskDueOn: blankAsNull(localDate),
    taskAssigneeId: blankAsNull(id),
  })
  .refine(({ withTask, taskSubject }) => !withTask || taskSubject, { path: ["taskSubject"], message: "required" });
export type PostMessageInput = z.output<typeof postMessageInput>;

/** One message as a record shows it. */
export type MessageRow = {
  id: string;
  text: string;
  visibility: MessageVisibility;
  actionCode: string | null;
  authorName: string;
  postedAt: Date;
  task: { subject: string; done: boolean } | null;
};

export type Choice = { id: string; name: string };

/** What the form of a message chooses from. */
export type MessageChoices = { actionCodes: Choice[]; assignees: Choice[] };
