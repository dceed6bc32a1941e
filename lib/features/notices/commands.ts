import "server-only";
import type { AccountActor, Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import { findColleagues } from "./queries";
import { mentionedIn } from "./rules";
import type { Readers } from "./schema";

type Notice = {
  kind: "mention" | "task" | "booking" | "cover" | "covered" | "not-covered";
  subject: { kind: string; id: string } | null;
  /** The message, note or task; asking again for the same adds nothing. */
  sourceId: string;
  text: string;
};

const SHOWN = 300;

/** Puts something into colleagues' inboxes, in the transaction of what causes it; never into one's own. */
export async function notify(
  tx: Tx,
  actor: Actor,
  { accountIds, ...notice }: Notice & { accountIds: readonly string[] },
): Promise<void> {
  const each = accountIds.map((accountId) => ({ ...notice, accountId }));
  await notifyEach(tx, actor, each);
}

/** The same for many things at once, each for one colleague, in one statement. */
export async function notifyEach(
  tx: Tx,
  actor: Actor,
  notices: readonly (Notice & { accountId: string })[],
): Promise<void> {
  const self = actor.kind === "account" ? actor.accountId : null;
  const items = notices
    .filter(({ accountId }) => accountId !== self)
    .map(({ subject, text, ...item }) => ({
      ...item,
      about: subject?.kind,
      aboutId: subject?.id,
      text: text.slice(0, SHOWN),
    }));
  if (items.length === 0) return;
  await execute(
    sql`insert into inbox_items (account_id, kind, subject_kind, subject_id, source_id, actor_name, text, at)
      select i."accountId", i.kind, i.about, i."aboutId", i."sourceId", ${actor.name}, i.text, ${now()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as i ("accountId" uuid, kind text, about text, "aboutId" uuid,
        "sourceId" uuid, text text)
      on conflict (account_id, kind, source_id) do nothing`,
    tx,
  );
}

/** Takes something out of a colleague's inbox again: it is not theirs to act on any more. */
export async function withdrawNotice(
  tx: Tx,
  { accountId, kind, sourceId }: Pick<Notice, "kind" | "sourceId"> & { accountId: string },
): Promise<void> {
  await tx.inboxItem.deleteMany({ where: { accountId, kind, sourceId } });
}

type Mentioning = { text: string; subject: { kind: string; id: string }; sourceId: string; readers: Readers };

/** Tells everybody whom a text mentions as "@Given Family" and who may read it. */
export async function notifyMentioned(tx: Tx, actor: Actor, { readers, ...mention }: Mentioning): Promise<void> {
  if (!mention.text.includes("@")) return;
  const accountIds = mentionedIn(mention.text, await findColleagues(readers, tx));
  await notify(tx, actor, { ...mention, kind: "mention", accountIds });
}

/** Takes one thing out of one's inbox. */
export async function dismissItem(actor: Actor, { itemId }: { itemId: string }): Promise<void> {
  if (actor.kind !== "account") refuse("not_found", "refusals.notFound");
  const where = { id: itemId, accountId: actor.accountId };
  await inTransaction(async (tx) => {
    if ((await tx.inboxItem.count({ where })) === 0) refuse("not_found", "refusals.notFound");
    const data = { dismissedAt: now() };
    const { count } = await tx.inboxItem.updateMany({ where: { ...where, dismissedAt: null }, data });
    await tellDismissed(tx, actor, count);
  });
}

/** Empties one's inbox up to what was seen. */
export async function dismissAll(actor: Actor, { newestId }: { newestId: string }): Promise<void> {
  if (actor.kind !== "account") refuse("not_found", "refusals.notFound");
  const { accountId } = actor;
  await inTransaction(async (tx) => {
    const count = await execute(
      sql`update inbox_items set dismissed_at = ${now()}::timestamptz where account_id = ${accountId}::uuid and dismissed_at is null
        and (at, id) <= (select at, id from inbox_items where id = ${newestId}::uuid and account_id = ${accountId}::uuid)`,
      tx,
    );
    await tellDismissed(tx, actor, count);
  });
}

async function tellDismissed(tx: Tx, actor: AccountActor, count: number): Promise<void> {
  if (count === 0) return;
  const subject = { kind: "account", id: actor.accountId };
  await record(tx, actor, { kind: "inbox.dismissed", subject, data: { count } });
}
