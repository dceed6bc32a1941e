import "server-only";
import type { FollowInput } from "@/lib/features/notices/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import type { FindSubject } from "@/lib/platform/subject";

/** Begins to hear of what happens with a record; asking twice changes nothing. */
export async function follow(actor: Actor, input: FollowInput, findSubject: FindSubject): Promise<void> {
  if (actor.kind !== "account") refuse("not_found", "refusals.notFound");
  const { subjectKind, subjectId } = input;
  const mine = { accountId: actor.accountId, subjectKind, subjectId };
  await inTransaction(async (tx) => {
    if (!(await findSubject(actor, { kind: subjectKind, id: subjectId }, tx))) refuse("not_found", "refusals.notFound");
    if ((await tx.follow.count({ where: mine })) > 0) return;
    await tx.follow.create({ data: { ...mine, createdAt: now() }, select: { id: true } });
    await record(tx, actor, { kind: "follow.begun", subject: { kind: subjectKind, id: subjectId }, data: {} });
  });
}

/** Hears no more of it. */
export async function unfollow(actor: Actor, input: FollowInput, findSubject: FindSubject): Promise<void> {
  if (actor.kind !== "account") refuse("not_found", "refusals.notFound");
  const { subjectKind, subjectId } = input;
  await inTransaction(async (tx) => {
    if (!(await findSubject(actor, { kind: subjectKind, id: subjectId }, tx))) refuse("not_found", "refusals.notFound");
    await tx.follow.deleteMany({ where: { accountId: actor.accountId, subjectKind, subjectId } });
    await record(tx, actor, { kind: "follow.ended", subject: { kind: subjectKind, id: subjectId }, data: {} });
  });
}
