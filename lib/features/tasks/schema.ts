import { z } from "zod";
import { id } from "@/lib/values/fields";

export const TASK_PRIORITIES = ["LOW", "NORMAL", "HIGH"] as const;
export type TaskPriority = (typeof TASK_PRIORITIES)[number];

export const completeTaskInput = z.object({ taskId: id });

/** One open task as lists show it. */
export type TaskRow = {
  id: string;
  subject: string;
  details: string | null;
  priority: TaskPriority;
  dueOn: string | null;
  assignee: string | null;
  subjectKind: string | null;
  subjectId: string | null;
};

/** A task somebody or something asks for. */
export type NewTask = {
  subject: string;
  details?: string;
  priority?: TaskPriority;
  dueOn?: string | null;
  assigneeId?: string | null;
  /** Where the form that asks for it names the assignee. */
  assigneeField?: string;
  about?: { kind: string; id: string };
  /** While an open task has this key, asking again adds nothing. */
  dedupeKey?: string;
};
