import { z } from "zod";

/** One page of a list, and how to get to its neighbours; never a number of pages, never an offset. */
export type Page<Row> = { rows: Row[]; previous: string | null; next: string | null };

/** Where a page begins: the sort values of the row before it (or, backwards, after it). */
export type Cursor = { direction: "after" | "before"; values: (string | number | null)[] };

const cursorSchema = z.strictObject({
  direction: z.enum(["after", "before"]),
  values: z.array(z.union([z.string().max(500), z.number(), z.null()])).max(5),
});

/** A cursor as it stands in an address. */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** Null for an address that was tampered with: the list then begins at its first page. */
export function decodeCursor(text: string | null | undefined): Cursor | null {
  if (!text) return null;
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    return null;
  }
}

/**
 * Makes a page of rows read with one more than fits.
 * @param found up to `size + 1` rows in reading direction (reversed when the cursor points before).
 */
export function pageOf<Row>(
  found: Row[],
  { size, cursor, valuesOf }: { size: number; cursor: Cursor | null; valuesOf: (row: Row) => Cursor["values"] },
): Page<Row> {
  const more = found.length > size;
  const backwards = cursor?.direction === "before";
  const rows = backwards ? found.slice(0, size).reverse() : found.slice(0, size);
  const first = rows[0];
  const last = rows.at(-1);
  const hasPrevious = backwards ? more : cursor !== null;
  const hasNext = backwards ? true : more;
  return {
    rows,
    previous: first && hasPrevious ? encodeCursor({ direction: "before", values: valuesOf(first) }) : null,
    next: last && hasNext ? encodeCursor({ direction: "after", values: valuesOf(last) }) : null,
  };
}
