import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { isoOf, parseInstant } from "@/lib/values/instant";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { STREAM_PAGE, type StreamLine } from "./schema";
import { streamVisibleTo } from "./scope";

type Row = Omit<StreamLine, "client"> & { clientId: string | null; clientName: string; clientNumber: string };

/**
 * One page of the data stream, newest first: of one client, about one record, or of everything the person may see.
 * One walk along an index, however much happened.
 */
export async function listStream(
  actor: Actor,
  { clientId, about, before }: { clientId?: string; about?: { kind: string; id: string }; before?: string },
): Promise<Page<StreamLine>> {
  const cursor = decodeCursor(before);
  const found = await rows<Row>(sql`
    SELECT e.id, e.at, e.kind, e.actor_name AS "actorName", e.data, c.id AS "clientId", c.name AS "clientName", c.number AS "clientNumber"
    FROM stream_entries e LEFT JOIN clients c ON c.id = e.client_id
    WHERE ${of({ clientId, about })} AND ${streamVisibleTo(actor)} AND ${olderThan(cursor?.values)}
    ORDER BY e.at DESC, e.id DESC LIMIT ${STREAM_PAGE + 1}`);
  const page = pageOf(found, { size: STREAM_PAGE, cursor, valuesOf: (row) => [isoOf(row.at), row.id] });
  return { ...page, rows: page.rows.map(lineOf) };
}

function of({ clientId, about }: { clientId?: string; about?: { kind: string; id: string } }): SqlFragment {
  if (clientId) return sql`e.client_id = ${clientId}::uuid`;
  return about ? sql`e.subject_kind = ${about.kind} AND e.subject_id = ${about.id}::uuid` : sql`e.is_leading`;
}

function olderThan(values: readonly (string | number | null)[] = []): SqlFragment {
  const [at, id] = values;
  const instant = typeof at === "string" ? parseInstant(at) : null;
  return instant && typeof id === "string" ? sql`(e.at, e.id) < (${instant}::timestamptz, ${id}::uuid)` : sql`true`;
}

function lineOf({ clientId, clientName, clientNumber, ...line }: Row): StreamLine {
  return { ...line, client: clientId ? { id: clientId, name: clientName, number: clientNumber } : null };
}
