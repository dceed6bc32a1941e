import { z } from "zod";
import { MESSAGE_VISIBILITIES } from "@/lib/features/messages/schema";
import { TASK_PRIORITIES, type TaskPriority } from "@/lib/features/tasks/schema";
import { blankAsNull, id, requiredLongText, requiredText } from "@/lib/values/fields";

/** What a status can ask to be known of a client before it may have it. */
export const REQUIRED_FIELDS = [
  "phone",
  "email",
  "address",
  "practitioner",
  "primaryContact",
  "startedOn",
  "signedOn",
  "naics",
  "industry",
  "employeeCount",
  "billing",
] as const;
export type RequiredField = (typeof REQUIRED_FIELDS)[number];

export const MAY_SET = ["STAFF", "ADMINISTRATOR"] as const;
export const TASK_ASSIGNEES = ["STAFF", "CHANGER", "PRACTITIONER", "CENTER"] as const;

export const MOST_TASKS = 5;
export const MOST_MESSAGES = 3;

const ruledTask = z.object({
  subject: requiredText(200),
  priority: z.enum(TASK_PRIORITIES).default("NORMAL"),
  /** Days after the change; null for a task without a due date. */
  dueInDays: blankAsNull(z.coerce.number("number").int("number").min(0, "number").max(730, "number")),
  assignee: z.enum(TASK_ASSIGNEES).default("STAFF"),
});

const ruledMessage = z.object({
  text: requiredLongText(2_000),
  visibility: z.enum(MESSAGE_VISIBILITIES).default("STAFF"),
});

/** What stands in a status's column: who may set it, what it asks for, what follows from it. */
export const statusWorkflow = z.object({
  maySet: z.enum(MAY_SET).default("STAFF"),
  needsReason: z.boolean().default(false),
  requiredFields: z.array(z.enum(REQUIRED_FIELDS)).default([]),
  tasks: z.array(ruledTask).max(MOST_TASKS).default([]),
  messages: z.array(ruledMessage).max(MOST_MESSAGES).default([]),
  /** A template for clients that goes to the primary contact. */
  templateId: z.string().nullable().default(null),
});
export type StatusWorkflow = z.output<typeof statusWorkflow>;

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** Rows of a form, without those left blank. */
const filledRows = <Row extends z.ZodType>(row: Row, key: string, most: number) =>
  z.preprocess(
    (value) =>
      Object.values((value ?? {}) as Record<string, Record<string, unknown>>).filter(
        (each) => typeof each?.[key] === "string" && (each[key] as string).trim() !== "",
      ),
    z.array(row).max(most),
  );

export const editWorkflowInput = z.object({
  statusId: id,
  blocksSessions: ticked,
  blocksAssignments: ticked,
  maySet: z.enum(MAY_SET),
  needsReason: ticked,
  requiredFields: z.array(z.enum(REQUIRED_FIELDS)).default([]),
  tasks: filledRows(ruledTask, "subject", MOST_TASKS),
  messages: filledRows(ruledMessage, "text", MOST_MESSAGES),
  templateId: blankAsNull(id),
});
export type EditWorkflowInput = z.output<typeof editWorkflowInput>;

/** A status with what it means and what follows from it. */
export type WorkflowStatus = {
  id: string;
  name: string;
  standing: "ACTIVE" | "INACTIVE" | "PROSPECT";
  blocksSessions: boolean;
  blocksAssignments: boolean;
  workflow: StatusWorkflow;
  /** The template's name; null where there is none, or none any more. */
  template: string | null;
};

/** What decides about a client's change of status. */
export type WorkflowFacts = {
  id: string;
  name: string;
  timeZone: string;
  missing: RequiredField[];
  practitioner: { accountId: string | null; name: string } | null;
  /** The account of the center's member of staff; the first by name where there are several. */
  centerStaffId: string | null;
  /** `mailable`: has an address, may be mailed and did not unsubscribe. */
  primary: { name: string; email: string | null; mailable: boolean } | null;
};

export type PlannedTask = {
  subject: string;
  priority: TaskPriority;
  dueOn: string | null;
  assigneeId: string | null;
  assignee: (typeof TASK_ASSIGNEES)[number];
};

/** What would happen, or is about to: the dry run and the change are made of the same. */
export type StatusPlan = {
  blockers: ("administrators_only" | "missing_fields" | "reason_missing")[];
  missing: RequiredField[];
  needsReason: boolean;
  tasks: PlannedTask[];
  messages: StatusWorkflow["messages"];
  mail: { template: string; to: string | null } | null;
};

/** The address of a status's page: which client its dry run is for, and what was searched for. */
export const workflowSearch = z.object({
  client: id.optional().catch(undefined),
  find: z.string().max(200).optional().catch(undefined),
});
