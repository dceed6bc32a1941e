import "server-only";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { logger } from "@/lib/platform/logger";

const OVERDUE_SECONDS = 300;

/** What the app needs before it can serve, each as true or false. */
export async function readiness(): Promise<{ ready: boolean; database: boolean; migrations: boolean; jobs: boolean }> {
  try {
    const [row] = await db.$queryRaw<{ unfinished: number; overdue: number }[]>`
      SELECT (SELECT count(*)::int FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL) AS unfinished,
        (SELECT count(*)::int FROM (SELECT 1 FROM graphile_worker.jobs WHERE attempts = 0 AND locked_at IS NULL
          AND run_at < ${now()}::timestamptz - make_interval(secs => ${OVERDUE_SECONDS}) LIMIT 1) late) AS overdue`;
    const migrations = row?.unfinished === 0;
    const jobs = row?.overdue === 0;
    return { ready: migrations && jobs, database: true, migrations, jobs };
  } catch (error) {
    logger.warn({ err: error }, "not ready: the database does not answer");
    return { ready: false, database: false, migrations: false, jobs: false };
  }
}
