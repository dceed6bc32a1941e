import "server-only";
import { Logger, type Runner, run, type TaskList } from "graphile-worker";
import { databasePool } from "@/lib/platform/db/db";
import { logger } from "@/lib/platform/logger";
import { JOBS, type JobName, type JobPayload, taskName } from "./payloads";

/** What each job does. Handlers are idempotent: a job may run again after a crash. */
export type JobHandlers = { [Name in JobName]: (payload: JobPayload<Name>) => Promise<void> };

/** Schedules in crontab form: "* * * * *" and the job's name. */
export type Schedule = { cron: string; job: JobName };

/** Starts running jobs in this process, until `stop()`. */
export async function runJobs(
  handlers: JobHandlers,
  { schedules, concurrency }: { schedules: readonly Schedule[]; concurrency: number },
): Promise<Runner> {
  const entries = Object.entries(handlers) as [JobName, (payload: unknown) => Promise<void>][];
  const taskList: TaskList = Object.fromEntries(
    entries.map(([name, handle]) => [
      taskName(name),
      async (payload: unknown) => handle(JOBS[name].parse(payload ?? {})),
    ]),
  );
  return run({
    pgPool: databasePool(),
    concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    taskList,
    crontab: schedules.map(({ cron, job }) => `${cron} ${taskName(job)}`).join("\n"),
    logger: new Logger(() => (level, message) => {
      if (level === "error") logger.error({ job: true }, message);
      else if (level === "warning") logger.warn({ job: true }, message);
    }),
  });
}
