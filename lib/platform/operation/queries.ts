import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import type { OperationStatus } from "@/lib/platform/db/generated/enums";
import { rows } from "@/lib/platform/db/rows";
import { type Cursor, decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { isId } from "@/lib/values/id";
import { isoOf, parseInstant } from "@/lib/values/instant";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { RowReason } from "./handler";
import { type OperationProgress, type Outcome, operationProgress } from "./progress";
import type { RowChoice } from "./row-choices";
import { operationsVisibleTo } from "./scope";
import type { OperationSearch } from "./search";

const OPERATION_PAGE = 50;
const ROW_PAGE = 50;

/** An operation as its list and its page show it. */
export type OperationView = {
  id: string;
  kind: string;
  title: string;
  status: OperationStatus;
  /** "unreadable", or "<status it stood at>:<reference>" after an error that stayed. */
  problem: string | null;
  by: string | null;
  createdAt: Date;
  appliedAt: Date | null;
  undoneAt: Date | null;
  undoUntil: Date | null;
  progress: OperationProgress;
};

const VIEW = {
  id: true,
  kind: true,
  title: true,
  status: true,
  problem: true,
  createdAt: true,
  appliedAt: true,
  undoneAt: true,
  undoUntil: true,
  progress: true,
  account: { select: { firstName: true, lastName: true } },
} as const;

type Found = Omit<OperationView, "by" | "progress"> & {
  progress: unknown;
  account: { firstName: string; lastName: string } | null;
};

function viewOf({ account, progress, ...operation }: Found): OperationView {
  const by = account && `${account.firstName} ${account.lastName}`.trim();
  return { ...operation, by, progress: operationProgress.parse(progress) };
}

/** Operations, the newest first; drafts nobody went on with are among them. */
export async function listOperations(
  actor: Actor,
  { kind, by, page }: Partial<OperationSearch> = {},
): Promise<Page<OperationView>> {
  const cursor = decodeCursor(page);
  const backwards = cursor?.direction === "before";
  const [at, id] = cursor?.values ?? [];
  const instant = typeof at === "string" ? parseInstant(at) : null;
  const beyond = backwards ? "gt" : "lt";
  const from =
    instant && isId(id)
      ? { OR: [{ createdAt: { [beyond]: instant } }, { createdAt: instant, id: { [beyond]: id } }] }
      : {};
  const order = backwards ? "asc" : "desc";
  const found = await db.operation.findMany({
    where: { AND: [operationsVisibleTo(actor), kind ? { kind } : {}, by ? { accountId: by } : {}, from] },
    orderBy: [{ createdAt: order }, { id: order }],
    take: OPERATION_PAGE + 1,
    select: VIEW,
  });
  const values = (row: OperationView) => [isoOf(row.createdAt), row.id];
  return pageOf(found.map(viewOf), { size: OPERATION_PAGE, cursor, valuesOf: values });
}

/** Of which kinds operations there are, and who began them: what their list can be narrowed to. */
export async function findOperationChoices(
  actor: Actor,
): Promise<{ kinds: string[]; people: { id: string; name: string }[] }> {
  if (!actor.can("operations.view")) return { kinds: [], people: [] };
  const [found] = await rows<{ kinds: string[]; people: { id: string; name: string }[] }>(sql`
    select array(select distinct kind from operations order by 1) as kinds,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', first_name || ' ' || last_name)
        order by last_name, first_name, id), '[]'::jsonb) from (
          select a.id, a.first_name, a.last_name from accounts a
          where exists (select from operations o where o.account_id = a.id) order by a.last_name, a.first_name, a.id limit 200
        ) known) as people`);
  return found ?? { kinds: [], people: [] };
}

/** One operation; null for an unknown or foreign one. */
export async function findOperation(actor: Actor, id: string): Promise<OperationView | null> {
  if (!isId(id)) return null;
  const found = await db.operation.findFirst({ where: { AND: [{ id }, operationsVisibleTo(actor)] }, select: VIEW });
  return found && viewOf(found);
}

export type OperationRowView = {
  id: string;
  position: number;
  outcome: Outcome;
  reasons: RowReason[];
  source: unknown;
  subjectKind: string | null;
  subjectId: string | null;
  applied: boolean;
  undo: string | null;
};

/** A page of an operation's rows in their order. Ask for rows only of an operation the person may see. */
export async function listOperationRows(
  operationId: string,
  { choice, page, from = 1, size = ROW_PAGE }: { choice?: RowChoice; page?: string; from?: number; size?: number } = {},
): Promise<Page<OperationRowView>> {
  const cursor = decodeCursor(page);
  const backwards = cursor?.direction === "before";
  const found = await rows<OperationRowView>(sql`
    select id, position, outcome, reasons, source, subject_kind as "subjectKind", subject_id as "subjectId",
      applied_at is not null as applied, undo
    from operation_rows
    where operation_id = ${operationId}::uuid and position >= ${from} and ${chosen(choice)} and ${beyond(cursor)}
    order by position ${backwards ? sql`desc` : sql`asc`}, id ${backwards ? sql`desc` : sql`asc`} limit ${size + 1}`);
  return pageOf(found, { size, cursor, valuesOf: (row) => [row.position, row.id] });
}

function beyond(cursor: Cursor | null): SqlFragment {
  const [position, id] = cursor?.values ?? [];
  if (typeof position !== "number" || !isId(id)) return sql`true`;
  const place = sql`(${position}, ${id}::uuid)`;
  return cursor?.direction === "before" ? sql`(position, id) < ${place}` : sql`(position, id) > ${place}`;
}

function chosen(choice: RowChoice | undefined): SqlFragment {
  if (choice === undefined) return sql`true`;
  if (choice === "left") return sql`undo is not null and undo <> 'undone'`;
  if (choice === "noted") return sql`outcome in ('create', 'update') and reasons <> '[]'`;
  return sql`outcome = ${choice}`;
}

/** How far an operation is, for a page that waits for it. */
export async function findOperationProgress(
  actor: Actor,
  id: string,
): Promise<Pick<OperationView, "status" | "progress"> | null> {
  const found = await findOperation(actor, id);
  return found && { status: found.status, progress: found.progress };
}
