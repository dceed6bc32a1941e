import "server-only";
import { Prisma } from "@/lib/platform/db/generated/client";
import { type SqlFragment, toPrismaParts } from "@/lib/values/sql";
import { db, type Tx } from "./db";

const statement = (fragment: SqlFragment) => {
  const { strings, values } = toPrismaParts(fragment);
  return new Prisma.Sql(strings, values as Prisma.Sql["values"]);
};

/** Rows of a hand-written query, every value bound; the type is what its columns are aliased to. */
export function rows<Row>(fragment: SqlFragment, tx: Tx = db): Promise<Row[]> {
  return tx.$queryRaw<Row[]>(statement(fragment));
}

/** Runs a hand-written statement; the number of rows it touched. */
export function execute(fragment: SqlFragment, tx: Tx = db): Promise<number> {
  return tx.$executeRaw(statement(fragment));
}
