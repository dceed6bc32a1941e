import "server-only";
import { findSettingIn } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { systemActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { env } from "@/lib/platform/env";
import { record } from "@/lib/platform/history/record";
import { MAIL_PRIORITY, queueMail } from "@/lib/platform/mail/queue";
import { formatDate } from "@/lib/values/format";
import { localeOf } from "@/lib/values/locale";
import { sql } from "@/lib/values/sql";

type Letter = { subject: string; html: string; text: string };
type WriteLetter = (
  tx: Tx,
  letter: { key: "task-due"; language: string; values: Record<string, string> },
) => Promise<Letter>;

type Due = {
  id: string;
  subject: string;
  dueOn: string;
  email: string;
  firstName: string;
  lastName: string;
  language: string;
};

/** At this time of the assignee's morning. */
const REMIND_AT = "07:00";
/** What was due longer ago than this, somebody has seen in the list by now. */
const DAYS_LATE = 2;
const BATCH = 50;

/**
 * Reminds whoever is to do a task on the morning it is due, by the clock of their center; once for each due date.
 * @param writeLetter the letters' own feature, handed in where jobs are put together.
 */
export function remindOfTasks(writeLetter: WriteLetter) {
  return async (): Promise<void> => {
    while ((await inTransaction((tx) => remindSome(tx, writeLetter))) === BATCH);
  };
}

async function remindSome(tx: Tx, writeLetter: WriteLetter): Promise<number> {
  const due = await findDue(tx);
  for (const task of due) {
    const { id, subject, dueOn, email, firstName, lastName, language } = task;
    const name = `${firstName} ${lastName}`;
    const values = {
      ACCOUNT_NAME: name,
      ACCOUNT_FIRST_NAME: firstName,
      TASK_SUBJECT: subject,
      WHEN: formatDate(dueOn, localeOf(language)),
      LINK: new URL(paths.staff.task(id), env().APP_ORIGIN).href,
    };
    const letter = await writeLetter(tx, { key: "task-due", language, values });
    const source = `task-due:${id}:${dueOn}`;
    await queueMail(tx, { source, to: { email, name }, priority: MAIL_PRIORITY.single, ...letter });
    await execute(sql`update tasks set reminded_for = due_on where id = ${id}::uuid`, tx);
    const data = { subject, to: name };
    await record(tx, systemActor("Reminder"), { kind: "task.reminded", subject: { kind: "task", id }, data });
  }
  return due.length;
}

/** Rows that another worker holds are its business. */
async function findDue(tx: Tx): Promise<Due[]> {
  const { timeZone } = await findSettingIn(tx, "organization");
  const at = now();
  return rows<Due>(
    sql`select t.id, t.subject, t.due_on::text as "dueOn", a.email::text as email, a.first_name as "firstName",
        a.last_name as "lastName", a.language
      from tasks t
      join accounts a on a.id = t.assignee_id and a.status = 'ACTIVE'
      left join practitioners p on p.account_id = a.id
      left join centers c on c.id = coalesce(a.center_id, p.center_id)
      where t.done_at is null and t.due_on is not null and t.reminded_for is distinct from t.due_on
        and t.due_on between (${at}::timestamptz at time zone 'UTC')::date - ${DAYS_LATE + 1}::int and (${at}::timestamptz at time zone 'UTC')::date + 1
        and (${at}::timestamptz at time zone coalesce(c.time_zone, ${timeZone})) between t.due_on + ${REMIND_AT}::time
          and t.due_on + ${DAYS_LATE}::int + time '23:59'
      order by t.due_on, t.id limit ${BATCH} for update of t skip locked`,
    tx,
  );
}
