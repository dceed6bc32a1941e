import { z } from "zod";
import { id } from "@/lib/values/fields";

export const completeTaskInput = z.object({ taskId: id });

/** One open task as lists show it. */
export type TaskRow = {
  id: string;
  subject: string;
  details: string | null;
  priority: "LOW" | "NORMAL" | "HIGH";
  dueOn: string | null;
  assignee: string | null;
  subjectKind: string | null;
  subjectId: string | null;
};

/** A task somebody or something asks for. */
export type NewTask = {
  subject: string;
  details?: string;
  priority?: "LOW" | "NORMAL" | "HIGH";
  dueOn?: string;
  assigneeId?: string;
  about?: { kind: string; id: string };
  /** While an open task has this key, asking again adds nothing. */
  dedupeKey?: string;
};
