import { z } from "zod";
import { SUBJECT_KINDS, type SubjectKind } from "@/lib/platform/subject";
import { blankAsNull, id, localDate, optionalLongText, requiredText } from "@/lib/values/fields";

export const TASK_PRIORITIES = ["LOW", "NORMAL", "HIGH"] as const;
export type TaskPriority = (typeof TASK_PRIORITIES)[number];

/** The ways to look at tasks: open ones of the person, of their center, of everybody, those overdue, and what is done. */
export const TASK_VIEWS = ["mine", "center", "everyone", "overdue", "done"] as const;
export type TaskView = (typeof TASK_VIEWS)[number];

export const TASK_PAGE = 50;
export const TASKS_ON_CARD = 5;

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The address of the list of tasks; anything unreadable in it counts as not there. */
export const taskSearch = z.object({
  view: z.preprocess(single, z.enum(TASK_VIEWS).catch("mine")),
  /** Only those of this account. */
  assignee: z.preprocess(single, id.optional().catch(undefined)),
  page: z.preprocess(single, z.string().max(500).optional().catch(undefined)),
});
export type TaskSearch = z.output<typeof taskSearch>;

/** The address of the form for a new task, with the record it is about. */
export const newTaskQuery = z.object({
  kind: z.preprocess(single, z.enum(SUBJECT_KINDS).optional().catch(undefined)),
  id: z.preprocess(single, id.optional().catch(undefined)),
});

const fields = {
  subject: requiredText(200),
  details: optionalLongText(5_000),
  priority: z.enum(TASK_PRIORITIES),
  dueOn: blankAsNull(localDate),
  assigneeId: blankAsNull(id),
};

export const addTaskInput = z.object({
  ...fields,
  aboutKind: blankAsNull(z.enum(SUBJECT_KINDS)),
  aboutId: blankAsNull(id),
});
export type AddTaskInput = z.output<typeof addTaskInput>;

export const editTaskInput = z.object({ ...fields, taskId: id, version: z.coerce.number().int().min(0) });
export type EditTaskInput = z.output<typeof editTaskInput>;

export const completeTaskInput = z.object({ taskId: id });

/** One task as lists show it. */
export type TaskRow = {
  id: string;
  subject: string;
  details: string | null;
  priority: TaskPriority;
  dueOn: string | null;
  assigneeId: string | null;
  assignee: string | null;
  subjectKind: SubjectKind | null;
  subjectId: string | null;
  /** The name of the record it is about. */
  about: string | null;
  doneAt: Date | null;
  version: number;
};

/** A task somebody or something asks for. */
export type NewTask = {
  subject: string;
  details?: string | null;
  priority?: TaskPriority;
  dueOn?: string | null;
  assigneeId?: string | null;
  /** Where the form that asks for it names the assignee. */
  assigneeField?: string;
  about?: { kind: string; id: string } | null;
  /** While an open task has this key, asking again adds nothing. */
  dedupeKey?: string;
};
