import "server-only";
import type { Tx } from "@/lib/platform/db/db";
import { JOBS, type JobName, type JobPayload, taskName } from "./payloads";

type Options = {
  runAt?: Date;
  /** While a job of this key waits, enqueueing it again only replaces it. */
  jobKey?: string;
  /** Jobs of one queue run one after another. */
  queueName?: string;
  /** Lower runs first; passcodes use -10. */
  priority?: number;
};

/** Promises work inside the transaction that causes it: it will run if, and only if, that transaction commits. */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: JobPayload<Name>,
  options: Options = {},
): Promise<void> {
  const body = JSON.stringify(JOBS[name].parse(payload));
  const { runAt = null, jobKey = null, queueName = null, priority = 0 } = options;
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(${taskName(name)}, payload := ${body}::json, queue_name := ${queueName}, run_at := ${runAt}::timestamptz,
      job_key := ${jobKey}, priority := ${priority}::int, max_attempts := 25)`;
}
