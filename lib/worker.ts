import "server-only";
import { databasePool } from "@/lib/platform/db/db";
import { type JobHandlers, runJobs, type Schedule } from "@/lib/platform/jobs/run";
import { logger } from "@/lib/platform/logger";

/** Who does each job. */
const handlers: JobHandlers = {
  "mail.deliver": async () => undefined,
};

/** What runs by the clock, to pick up work that a crash left behind. */
const schedules: Schedule[] = [{ cron: "* * * * *", job: "mail.deliver" }];

/** Starts this process's share of the background work; it ends with the process. */
export async function startWorker(): Promise<void> {
  const runner = await runJobs(handlers, { schedules, concurrency: 3 });
  const stop = () => {
    runner.stop().catch((error: unknown) => logger.warn({ err: error }, "the job runner did not stop cleanly"));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  databasePool().once("end" as never, stop);
}
