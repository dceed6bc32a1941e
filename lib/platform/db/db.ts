import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/lib/platform/db/generated/client";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/logger";
import { refuseUnfilteredWrites } from "./unfiltered-writes";

export type { Prisma } from "./generated/client";

type Database = ReturnType<typeof connect>;

/** What a query or command runs on: the database itself or one open transaction. */
export type Tx = Omit<Database["prisma"], "$connect" | "$disconnect" | "$on" | "$use" | "$extends" | "$transaction">;

function connect() {
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: Number(process.env.DATABASE_POOL ?? 10) });
  // A connection lost while idle is replaced by the pool; unhandled it would end the process.
  pool.on("error", (error) => logger.warn({ err: error }, "an idle database connection was lost"));
  pool.on("connect", (client) =>
    client.on("error", (error) => logger.warn({ err: error }, "a database connection was lost")),
  );
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    omit: {
      account: { passwordHash: true, totpSecret: true },
      portalLogin: { passwordHash: true },
      passcode: { codeHash: true },
    },
  }).$extends(refuseUnfilteredWrites);
  return { pool, prisma };
}

// Next loads modules anew on every change while developing; the connections must outlive that.
const kept = globalThis as typeof globalThis & { caseloadDatabase?: Database };

function database(): Database {
  kept.caseloadDatabase ??= connect();
  return kept.caseloadDatabase;
}

/** The database, outside any transaction. */
export const db: Tx = new Proxy({} as Tx, {
  get: (_, property) => Reflect.get(database().prisma, property, database().prisma),
});

/** The connection pool itself, for streaming and for the job runner. */
export function databasePool(): pg.Pool {
  return database().pool;
}

/** Everything `work` writes is kept together or not at all. Throwing, a refusal included, rolls back. */
export function inTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  { timeoutMs = 15_000, waitMs = 10_000 } = {},
): Promise<T> {
  return database().prisma.$transaction((tx) => work(tx as unknown as Tx), { timeout: timeoutMs, maxWait: waitMs });
}

/** Closes every connection; for tools and tests that end. */
export async function closeDatabase(): Promise<void> {
  const open = kept.caseloadDatabase;
  delete kept.caseloadDatabase;
  await open?.prisma.$disconnect();
  await open?.pool.end();
}
