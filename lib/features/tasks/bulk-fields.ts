import "server-only";
import { addressWith } from "@/lib/features/filters/lists/rules";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { now } from "@/lib/platform/clock";
import { bulkColumn, fixedChoices } from "@/lib/platform/operation/bulk-columns";
import type { BulkNoun } from "@/lib/platform/operation/bulk-field";
import { sql } from "@/lib/values/sql";
import { dayIn } from "@/lib/values/wall-clock";
import { listAssignees, tasksMatching } from "./queries";
import { TASK_PRIORITIES, taskSearch } from "./schema";

const column = (field: Omit<Parameters<typeof bulkColumn>[0], "alias">) => bulkColumn({ alias: "t", ...field });

const ASSIGNEE = sql`(select a.first_name || ' ' || a.last_name from accounts a where a.id = t.assignee_id)`;
/** What is done stays as it was done. */
const stillOpen = [{ code: "task_done", when: sql`t.done_at is not null` }];

/** What many tasks can be given at once. */
export const TASKS_IN_BULK: BulkNoun = {
  table: "tasks",
  alias: "t",
  subjectKind: "task",
  permission: "tasks.edit",
  name: sql`t.subject`,
  detail: sql`coalesce(${ASSIGNEE}, '')`,
  clientId: sql`case when t.subject_kind = 'client' then t.subject_id end`,
  touch: () => sql`version = t.version + 1`,
  fields: async () => [
    column({
      key: "assignee",
      column: "assignee_id",
      type: "uuid",
      shown: ASSIGNEE,
      optional: true,
      refusals: stillOpen,
      input: {
        kind: "choice",
        choices: async (actor) => (await listAssignees(actor)).map(({ id, name }) => ({ value: id, label: name })),
      },
    }),
    column({
      key: "priority",
      column: "priority",
      type: { named: sql`"TaskPriority"` },
      input: fixedChoices("priorities", TASK_PRIORITIES),
      refusals: stillOpen,
    }),
    column({
      key: "dueOn",
      column: "due_on",
      type: "date",
      input: { kind: "date" },
      optional: true,
      refusals: stillOpen,
    }),
  ],
  chosen: async (actor, address) => {
    const { timeZone } = await findSetting("organization");
    if (Object.keys(address).length === 0) return tasksMatching(actor, { view: null }, { today: "9999-12-31" });
    return tasksMatching(actor, taskSearch.parse(address), { today: dayIn(timeZone, now()) });
  },
  list: (address) => addressWith(paths.staff.tasks, address, {}),
  href: paths.staff.task,
  entry: ({ id, name, from, to }, { field }) => ({
    kind: "task.edited",
    subject: { kind: "task", id },
    data: { subject: name, changes: { [field]: { from, to } } },
  }),
};
