import "server-only";
import { isResource, REPORTED, type Resource } from "@/lib/features/api/resources/schema";
import { findSettingIn } from "@/lib/features/settings/queries";
import { type AccountActor, type Actor, actorFrom, type KeyActor } from "@/lib/platform/access/actor";
import { findGranted } from "@/lib/platform/access/granted";
import { type Reach, type RecordKind, reachOf } from "@/lib/platform/access/rights";
import { randomToken, tokenHash } from "@/lib/platform/access/tokens";
import { now } from "@/lib/platform/clock";
import { db, inTransaction } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import type { RequestFacts } from "@/lib/platform/http/request-facts";
import { countAttempt } from "@/lib/platform/rate-limit";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { addSeconds } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { findKey } from "./queries";
import { bearerOf, KEY_PREFIX, mayStandInPages, scopesOf } from "./rules";
import type { MakeKeyInput } from "./schema";

const DAY = 24 * 3600;
const HINT_LENGTH = 4;

/**
 * Makes a key. @returns the key itself, which is shown this once: the database keeps its hash.
 * @throws {RefusalError} not_reported
 */
export async function makeKey(actor: Actor, { name, lifetime, grants }: MakeKeyInput): Promise<{ key: string }> {
  const { accountId } = actor as AccountActor;
  const isClosed = (resource: Resource) => !reportsOn(resource, (kind) => actor.reach(kind, "report"));
  if (Object.keys(grants).some((resource) => isClosed(resource as Resource)))
    refuse("not_reported", "api.refusals.notReported", { field: "name" });
  const [key, id, at] = [KEY_PREFIX + randomToken(), newId(), now()];
  const expiresAt = addSeconds(at, lifetime * DAY);
  await inTransaction(async (tx) => {
    const kept = { tokenHash: tokenHash(key), hint: key.slice(-HINT_LENGTH), createdAt: at, expiresAt };
    await tx.apiKey.create({ data: { id, name, grants, accountId, ...kept }, select: { id: true } });
    const data = { name, scopes: scopesOf(grants).join(", "), expiresAt: expiresAt.toISOString() };
    await record(tx, actor, { kind: "api-key.made", subject: { kind: "api-key", id }, data });
  });
  return { key };
}

/** Whether somebody who reports so far may let a program read a resource: it is all records or none. */
function reportsOn(resource: Resource, reach: (kind: RecordKind) => Reach): boolean {
  const kind = REPORTED[resource];
  return !kind || reach(kind) === "all";
}

/** Whether who answers for a key may still report on what it reads. */
async function ownerReports(accountId: string, resource: string): Promise<boolean> {
  if (!isResource(resource) || !REPORTED[resource]) return true;
  const { rights } = await findGranted(accountId);
  return reportsOn(resource, (kind) => reachOf(rights, kind, "report"));
}

/** Ends a key: its next request is refused. @throws {RefusalError} not_found */
export async function revokeKey(actor: Actor, { keyId }: { keyId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const key = await tx.apiKey.findUnique({ where: { id: keyId }, select: { name: true } });
    if (!key) refuse("not_found", "refusals.notFound");
    const { count } = await tx.apiKey.updateMany({ where: { id: keyId, revokedAt: null }, data: { revokedAt: now() } });
    if (count === 0) return;
    const subject = { kind: "api-key", id: keyId };
    await record(tx, actor, { kind: "api-key.revoked", subject, data: { name: key.name } });
  });
}

/** What one key, and one address that shows wrong keys, may ask in a minute, over all instances. */
const LIMITS = { key: { limit: 600, windowSeconds: 60 }, wrong: { limit: 60, windowSeconds: 60 } };

type Request = { authorization: string | null; fromPage: boolean; resource: string; facts: RequestFacts };

/**
 * Who asks the API: the key of its header, as it stands now. A cookie is never looked at.
 * @throws {RefusalError} key_missing, key_unknown, key_ended, edition_without_api, scope_missing, owner_may_not_report,
 * key_not_for_pages, too_many_attempts
 */
export async function admitKey({ authorization, fromPage, resource, facts }: Request): Promise<KeyActor> {
  const shown = bearerOf(authorization);
  if (!shown && !authorization) refuse("key_missing", "api.refusals.keyMissing");
  const key = shown ? await findKey(tokenHash(shown)) : null;
  if (!key) {
    await countAttempt(`api-wrong:${facts.ip}`, LIMITS.wrong);
    refuse("key_unknown", "api.refusals.keyUnknown");
  }
  await countAttempt(`api-key:${key.id}`, LIMITS.key);
  const { id: keyId, name, grants } = key;
  const actor = actorFrom<KeyActor>({ kind: "key", role: "key", name, keyId, grants, ...facts });
  if (key.state !== "active") return deny(actor, resource, "key_ended");
  const { edition } = await findSettingIn(db, "edition");
  if (edition === "STANDARD") return deny(actor, resource, "edition_without_api");
  if (!Object.hasOwn(grants, resource)) return deny(actor, resource, "scope_missing");
  if (!(await ownerReports(key.accountId, resource))) return deny(actor, resource, "owner_may_not_report");
  if (fromPage && !mayStandInPages(grants)) return deny(actor, resource, "key_not_for_pages");
  await touch(keyId);
  return actor;
}

const DENIALS = {
  key_ended: "api.refusals.keyEnded",
  edition_without_api: "api.refusals.edition",
  scope_missing: "api.refusals.scope",
  owner_may_not_report: "api.refusals.ownerMayNotReport",
  key_not_for_pages: "api.refusals.notForPages",
} as const;

/** Somebody holds a key of ours and asks for more than it opens: that is kept. */
async function deny(actor: KeyActor, resource: string, reason: keyof typeof DENIALS): Promise<never> {
  const subject = { kind: "api-key", id: actor.keyId };
  const data = { name: actor.name, resource, reason };
  await inTransaction((tx) => record(tx, actor, { kind: "api-key.denied", subject, data }));
  refuse(reason, DENIALS[reason], { values: { scope: `${resource}:read` } });
}

/** Requests of the same minute write once. */
async function touch(keyId: string): Promise<void> {
  const at = now();
  await execute(sql`update api_keys set last_used_at = ${at}::timestamptz where id = ${keyId}::uuid
    and (last_used_at is null or last_used_at < ${addSeconds(at, -60)}::timestamptz)`);
}
