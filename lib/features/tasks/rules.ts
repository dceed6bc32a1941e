import type { Submitted } from "@/lib/platform/action-state";
import type { TaskRow } from "./schema";

/** A task as its form shows it, by field name: what a save is compared with when somebody else was faster. */
export function taskFormValues({ subject, details, priority, dueOn, assigneeId }: TaskRow): Submitted {
  return { subject, details: details ?? "", priority, dueOn: dueOn ?? "", assigneeId: assigneeId ?? "" };
}
