import "server-only";
import type { MessageVisibility } from "@/lib/features/messages/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { recordMany } from "@/lib/platform/history/record-many";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";

/** A message that comes with another act on a client. */
export type ActMessage = {
  client: { id: string; name: string };
  text: string;
  visibility: MessageVisibility;
  actionCodeId: string | null;
};

/** Streams show the beginning; the record has the whole text. */
const SHOWN_IN_STREAM = 500;

/** Puts messages on clients in the transaction of whatever asks for them, in a few statements whatever their number. */
export async function postMessages(tx: Tx, actor: Actor, messages: readonly ActMessage[]): Promise<void> {
  if (messages.length === 0) return;
  const names = await actionCodeNames(tx, messages);
  const postedAt = now();
  const authorId = actor.kind === "account" ? actor.accountId : null;
  const posted = messages.map(({ client, ...message }) => ({ ...message, id: newId(), client }));
  const lines = JSON.stringify(posted.map(({ client, ...message }) => ({ ...message, clientId: client.id })));
  await execute(
    sql`with l as (
        select * from jsonb_to_recordset(${lines}::jsonb) as l (id uuid, text text, visibility text, "actionCodeId" uuid, "clientId" uuid)
      ), written as (
        insert into messages (id, text, visibility, action_code_id, author_id, author_name, posted_at)
        select l.id, l.text, l.visibility::"MessageVisibility", l."actionCodeId", ${authorId}::uuid, ${actor.name},
          ${postedAt}::timestamptz from l returning id
      )
      insert into message_links (message_id, subject_kind, subject_id, posted_at)
      select l.id, 'client', l."clientId", ${postedAt}::timestamptz from l join written on written.id = l.id`,
    tx,
  );
  const entries = posted.map(({ id, client, text, visibility, actionCodeId }) => ({
    kind: "message.posted" as const,
    subject: { kind: "client", id: client.id },
    clientId: client.id,
    data: {
      messageId: id,
      on: client.name,
      place: "client" as const,
      actionCode: actionCodeId && (names.get(actionCodeId) ?? null),
      visibility,
      note: text.slice(0, SHOWN_IN_STREAM),
      task: null,
    },
  }));
  await recordMany(tx, actor, entries, { operationId: null, leading: true });
}

/** Rules may name a code that was archived since; only what is not there at all is refused. */
async function actionCodeNames(tx: Tx, messages: readonly ActMessage[]): Promise<Map<string, string>> {
  const ids = [...new Set(messages.flatMap(({ actionCodeId }) => actionCodeId ?? []))];
  if (ids.length === 0) return new Map();
  const found = await rows<{ id: string; name: string }>(
    sql`select id, name::text as name from action_codes where id = any(${ids}::uuid[])`,
    tx,
  );
  if (found.length < ids.length) refuse("unknown_action_code", "validation.id", { field: "messageActionCodeId" });
  return new Map(found.map(({ id, name }) => [id, name]));
}
