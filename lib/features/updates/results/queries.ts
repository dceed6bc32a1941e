import "server-only";
import { termValues } from "@/lib/features/clients/copy";
import { leftByTransfer } from "@/lib/features/scheduling/sessions/bulk-fields";
import { findSetting } from "@/lib/features/settings/queries";
import type { Terminology } from "@/lib/features/settings/schema";
import { fieldLabel, type UpdateWords, updateReason } from "@/lib/features/updates/copy";
import { findNoun, nounOf } from "@/lib/features/updates/nouns/queries";
import {
  handedOver,
  reportedAs,
  UPDATE_KINDS,
  type UpdateRecord,
  updateRecord,
  updateRow,
} from "@/lib/features/updates/schema";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { translatorFor } from "@/lib/platform/i18n/translate";
import { operationFacts, undoDay, undoSentence } from "@/lib/platform/operation/copy";
import {
  findOperation,
  listOperationRows,
  type OperationRowView,
  type OperationView,
} from "@/lib/platform/operation/queries";
import type { RowChoice } from "@/lib/platform/operation/row-choices";
import { operationsVisibleTo } from "@/lib/platform/operation/scope";
import type { OperationRowSearch } from "@/lib/platform/operation/search";
import type { Page } from "@/lib/platform/page";
import { sql } from "@/lib/values/sql";

/** A record of an update as its page and its sheet show it. */
export type UpdateItem = {
  id: string;
  name: string;
  href: string | null;
  from: string | null;
  to: string | null;
  outcome: OperationRowView["outcome"];
  why: string;
  /** What became of taking it back, in words. */
  undo: string | null;
};

/** What an update was asked to do, with what a person can do about it now. */
export type UpdateView = {
  record: UpdateRecord;
  field: string;
  /** The way back to the list, and to the choice of records. */
  list: string;
  choose: string;
  mayApply: boolean;
  /** Whether the person may take its records out, wherever they are. */
  mayReport: boolean;
  /** Sessions to come that stay with whom the clients were taken from; null where nothing was handed over. */
  leftSessions: number | null;
};

type Context = { words: UpdateWords; terms: Terminology };

/** The update behind an operation; null for operations of other kinds. */
export async function findUpdateView(actor: Actor, operationId: string, context: Context): Promise<UpdateView | null> {
  const operation = await db.operation.findFirst({
    where: { AND: [{ id: operationId, kind: { in: [...UPDATE_KINDS] } }, operationsVisibleTo(actor)] },
    select: { input: true },
  });
  if (!operation) return null;
  const record = updateRecord.parse(operation.input);
  const noun = nounOf(record.noun);
  const { address } = handedOver(Object.fromEntries(new URLSearchParams(record.query)));
  const field = (await noun.fields(actor)).find(({ key }) => key === record.field);
  const label = field ? fieldLabel(field, { noun: record.noun, ...context }) : record.field;
  const permitted = findNoun(actor, record.noun) !== null && (!field?.permission || actor.can(field.permission));
  const handsOver = record.noun === "clients" && record.field === "practitioner";
  return {
    record,
    field: label,
    list: noun.list(address),
    choose: paths.staff.update(record.noun, `${record.query}&field=${encodeURIComponent(record.field)}`),
    mayApply: field !== undefined && permitted,
    mayReport: actor.reach(reportedAs(record.noun), "report") === "all",
    leftSessions: handsOver ? await countLeftSessions(operationId) : null,
  };
}

async function countLeftSessions(operationId: string): Promise<number> {
  const [found] = await rows<{ count: number }>(
    sql`select count(*)::int as count from (select 1 from sessions where ${leftByTransfer(operationId)} limit 10001) left_over`,
  );
  return found?.count ?? 0;
}

/** All that the page of an update shows. */
export type UpdatePageView = {
  operation: OperationView;
  view: UpdateView;
  page: Page<UpdateItem>;
  choice: RowChoice | undefined;
  undoUntil: string | null;
  facts: string[];
  values: Record<string, string>;
};

/** One bulk update: the preview before it is applied, and afterwards what came of it. */
export async function findUpdatePage(
  actor: Actor,
  operationId: string,
  { rows: choice, page: cursor }: OperationRowSearch,
): Promise<UpdatePageView | null> {
  const [operation, terms, { timeZone: zone }, words] = await Promise.all([
    findOperation(actor, operationId),
    findSetting("terminology"),
    findSetting("organization"),
    translatorFor(actor.language),
  ]);
  const context = { words, terms };
  const view = operation && (await findUpdateView(actor, operationId, context));
  if (!operation || !view) return null;
  const page = await listOperationRows(operationId, { choice, page: cursor });
  const times = { now: now(), zone, locale: words.locale };
  return {
    operation,
    view,
    page: { ...page, rows: updateItems(page.rows, view, context) },
    choice,
    undoUntil: undoDay(operation, times),
    facts: operationFacts(operation, times),
    values: termValues(terms),
  };
}

/** Rows of an update as people read them. */
export function updateItems(
  found: readonly OperationRowView[],
  { record }: Pick<UpdateView, "record">,
  context: Context,
): UpdateItem[] {
  const { href } = nounOf(record.noun);
  return found.map(({ id, source, outcome, reasons, undo, subjectId }) => {
    const { name, from } = updateRow.parse(source);
    return {
      id,
      name,
      href: href && subjectId ? href(subjectId) : null,
      from,
      to: outcome === "update" ? record.shown : from,
      outcome,
      why: reasons.map((reason) => updateReason(reason, context)).join(" "),
      undo: undo && undoSentence(undo, context.words),
    };
  });
}
