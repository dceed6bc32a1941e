import { Prisma } from "@/lib/platform/db/generated/client";

/** True when the condition narrows nothing: missing, empty, or made only of empty parts. */
export function narrowsNothing(where: unknown): boolean {
  if (where === null || where === undefined) return true;
  if (Array.isArray(where)) return where.every(narrowsNothing);
  if (typeof where !== "object" || where instanceof Date) return false;
  const parts = Object.entries(where);
  return parts.every(([key, value]) => {
    if (value === undefined) return true;
    if (key === "AND" || key === "OR") return narrowsNothing(value);
    return (
      typeof value === "object" &&
      value !== null &&
      !(value instanceof Date) &&
      Object.values(value).every((part) => part === undefined)
    );
  });
}

function guard({
  model,
  operation,
  args,
  query,
}: {
  model?: string;
  operation: string;
  args: unknown;
  query: (args: never) => unknown;
}) {
  if (narrowsNothing((args as { where?: unknown } | undefined)?.where)) {
    throw new Error(`${model ?? "?"}.${operation} without a condition would touch every row`);
  }
  return query(args as never);
}

/** Refuses `updateMany` and `deleteMany` that name no rows: one missing value must not change a whole table. */
export const refuseUnfilteredWrites = Prisma.defineExtension({
  name: "refuse-unfiltered-writes",
  query: {
    $allModels: {
      updateMany: guard as never,
      updateManyAndReturn: guard as never,
      deleteMany: guard as never,
    },
  },
});
