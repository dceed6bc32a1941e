import "server-only";
import { closeAccount } from "@/lib/features/accounts/team/commands";
import { setPractitionerStatus } from "@/lib/features/practitioners/commands";
import { tellLater } from "@/lib/features/scheduling/sessions/telling/commands";
import type { AccountActor, Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { type ManyEntry, recordMany } from "@/lib/platform/history/record-many";
import { type FinishedRow, runOperation } from "@/lib/platform/operation/lifecycle";
import { keyText, shapeOf } from "@/lib/platform/operation/tables";
import { traceBook } from "@/lib/platform/operation/trace-book";
import { refuse } from "@/lib/platform/refusal";
import { isId } from "@/lib/values/id";
import { type SqlFragment, sql, sqlName } from "@/lib/values/sql";
import { findLeaving, type Leaver, openRows } from "./queries";
import { NAMED, type Named } from "./rules";
import { LEAVING_KIND, type Leaving, type LetGoInput } from "./schema";

const TIMEOUT_MS = 60_000;

/**
 * Closes the account and the practitioner of somebody who leaves, and hands over everything that is still to be done and
 * names them: one operation, so that all of it can be taken back. What was done keeps their name.
 * @returns the operation.
 * @throws {RefusalError} not_found, own_account, last_administrator, successor_needed
 */
export async function letGo(actor: Actor, { to, ...asked }: LetGoInput): Promise<string> {
  return inTransaction(
    async (tx) => {
      await lockPeople(tx, asked);
      const leaving = await findLeaving(actor as AccountActor, asked, tx);
      if (!leaving) refuse("not_found", "refusals.notFound");
      requireSuccessors(leaving, to);
      const { account, practitioner } = leaving;
      const leaver = { practitionerId: practitioner?.id ?? null, accountId: account?.id ?? null };
      const operationId = await runOperation(tx, actor, {
        kind: LEAVING_KIND,
        title: practitioner?.name ?? account?.name ?? "",
        input: { ...leaver, to },
        work: (id) => handAllOver(tx, actor, { leaving, leaver, to, operationId: id }),
      });
      // The account last: whoever closes it must still be found above, and its rows hold secrets no operation keeps.
      if (account?.active) await closeAccount(tx, actor, account.id);
      return operationId;
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

/** Whoever leaves is handed nothing meanwhile, and nobody else who takes over leaves at the same moment. */
async function lockPeople(tx: Tx, { practitionerId, accountId }: Leaver): Promise<void> {
  await execute(
    sql`select id from practitioners where id = ${practitionerId}::uuid or account_id = ${accountId}::uuid for update`,
    tx,
  );
}

/** Everything that has something to hand over needs somebody active to take it. */
function requireSuccessors({ groups, choices }: Leaving, to: LetGoInput["to"]): void {
  const fields = groups.flatMap(({ handover, to: kind }) => {
    const people = kind === "practitioner" ? choices.practitioners : choices.accounts;
    const known = people.some(({ id }) => id === to[handover]);
    return known ? [] : [[`to.${handover}`, { messageKey: "leaving.refusals.successorNeeded" }] as const];
  });
  if (fields.length > 0)
    refuse("successor_needed", "leaving.refusals.successorNeeded", { fields: Object.fromEntries(fields) });
}

type HandOver = { leaving: Leaving; leaver: Leaver; to: LetGoInput["to"]; operationId: string };

async function handAllOver(tx: Tx, actor: Actor, work: HandOver): Promise<FinishedRow[]> {
  const { leaving, to } = work;
  const finished: FinishedRow[] = [];
  for (const named of NAMED) {
    const successorId = to[named.handover];
    if (!successorId || !leaving.groups.some(({ handover }) => handover === named.handover)) continue;
    const people = named.to === "practitioner" ? leaving.choices.practitioners : leaving.choices.accounts;
    const successor = people.find(({ id }) => id === successorId);
    if (successor) finished.push(...(await handOver(tx, actor, { ...work, named, successor })));
  }
  if (leaving.practitioner?.active) finished.push(await closePractitioner(tx, actor, leaving.practitioner));
  return finished;
}

type One = HandOver & { named: Named; successor: { id: string; name: string } };
type Found = { key: string; name: string; subjectId: string; taken: boolean };

/** One kind of record: what stood there is kept, the name is changed, history says so for each. */
async function handOver(tx: Tx, actor: Actor, { named, leaver, leaving, successor, operationId }: One) {
  const { table, column, subject, versioned } = named;
  const shape = await shapeOf(tx, table);
  const inKey = shape.key.some(({ name }) => name === column);
  const found = await rows<Found>(
    sql`select ${keyText(shape, "t")} as key, ${named.name} as name, ${subject.id} as "subjectId",
        ${inKey ? takenAlready(named, successor.id) : sql`false`} as taken
      from ${openRows(named, leaver, now())} order by ${named.name}, 1 for update of t`,
    tx,
  );
  const book = traceBook();
  await book.changing(
    tx,
    table,
    found.map(({ key }) => ({ row: key, key })),
  );
  const mine = sql`(${keyText(shape, "t")}) = any(${found.filter(({ taken }) => !taken).map(({ key }) => key)}::text[])`;
  const theirs = sql`(${keyText(shape, "t")}) = any(${found.filter(({ taken }) => taken).map(({ key }) => key)}::text[])`;
  if (inKey) await execute(sql`delete from ${sqlName(table)} t where ${theirs}`, tx);
  const renamed = named.handover === "filters" ? sql`, name = ${freeName(successor.id)}` : sql``;
  const version = versioned ? sql`, version = t.version + 1` : sql``;
  await execute(
    sql`update ${sqlName(table)} t set ${sqlName(column)} = ${successor.id}::uuid ${version} ${renamed} where ${mine}`,
    tx,
  );
  if (named.handover === "sessions")
    await tellLater(
      tx,
      found.map(({ subjectId }) => subjectId),
    );
  for (const { key, taken } of found) {
    const oldId = (named.to === "practitioner" ? leaver.practitionerId : leaver.accountId) ?? "";
    if (inKey && !taken) book.created(key, table, key.replace(oldId, successor.id));
  }
  const traces = await book.close(tx);
  const from = (named.to === "practitioner" ? leaving.practitioner : leaving.account)?.name ?? null;
  await recordMany(tx, actor, entriesOf(named, found, { from, to: successor.name }), { operationId, leading: false });
  return found.map(
    ({ key, name, subjectId }): FinishedRow => ({
      outcome: "update",
      subject: { kind: subject.kind, id: subjectId },
      source: { name, handover: named.handover, to: successor.name },
      ...traces.get(key),
    }),
  );
}

/** Whether the successor is named beside the one who leaves: then one of the two names is enough. */
function takenAlready({ table, column }: Named, successorId: string): SqlFragment {
  const other = table === "client_practitioners" ? "client_id" : "session_id";
  return sql`exists (select from ${sqlName(table)} o where o.${sqlName(other)} = t.${sqlName(other)}
    and o.${sqlName(column)} = ${successorId}::uuid)`;
}

/** A name that the successor has none of yet. */
function freeName(successorId: string): SqlFragment {
  return sql`case when exists (select from saved_filters o where o.list = t.list and o.name = t.name
    and o.owner_id = ${successorId}::uuid) then left(t.name, 60) || ' (' || left(t.id::text, 8) || ')' else t.name end`;
}

const FIELDS = { clients: "practitioner", sessions: "practitioner", tasks: "assignee", prospects: "owner" } as const;
const KINDS = {
  clients: "client.edited",
  sessions: "session.edited",
  tasks: "task.edited",
  prospects: "prospect.edited",
} as const;

function entriesOf(
  { handover, beside }: Named,
  found: readonly Found[],
  change: { from: string | null; to: string },
): ManyEntry[] {
  if (beside || !(handover in KINDS)) return [];
  const told = handover as keyof typeof KINDS;
  const kind = KINDS[told];
  const subjectKind = kind.split(".")[0] ?? "";
  return found
    .filter(({ subjectId }) => isId(subjectId))
    .map(({ name, subjectId }) => ({
      kind,
      subject: { kind: subjectKind, id: subjectId },
      clientId: told === "clients" ? subjectId : null,
      data: { name, subject: name, changes: { [FIELDS[told]]: change } },
    })) as ManyEntry[];
}

async function closePractitioner(
  tx: Tx,
  actor: Actor,
  { id, name }: { id: string; name: string },
): Promise<FinishedRow> {
  const book = traceBook();
  await book.changing(tx, "practitioners", [{ row: id, key: id }]);
  await setPractitionerStatus(tx, actor, { practitionerId: id, status: "INACTIVE" });
  const traces = await book.close(tx);
  return { outcome: "update", subject: { kind: "practitioner", id }, source: { name }, ...traces.get(id) };
}
