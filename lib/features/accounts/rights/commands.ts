import "server-only";
import { holdAdministrators, requireAnotherAdministrator } from "@/lib/features/accounts/team/commands";
import { findSettingIn } from "@/lib/features/settings/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { translatorFor } from "@/lib/platform/i18n/translate";
import { MAIL_PRIORITY, queueMail } from "@/lib/platform/mail/queue";
import { refuse } from "@/lib/platform/refusal";
import { emailKey } from "@/lib/values/email-address";
import { newId } from "@/lib/values/id";
import { addressNotice } from "./emails";
import type { ChangeRightsInput } from "./schema";

/**
 * Says how an account signs in and what it may do; both hold at its next request. Both addresses hear of a new one.
 * @throws {RefusalError} not_found, own_role, last_administrator, email_taken, unknown_group, unknown_center
 */
export async function changeRights(actor: Actor, input: ChangeRightsInput): Promise<void> {
  const { accountId, role } = input;
  await inTransaction(async (tx) => {
    await holdAdministrators(tx);
    await tx.$queryRaw`SELECT id FROM accounts WHERE id = ${accountId}::uuid FOR UPDATE`;
    const before = await read(tx, accountId);
    if (!before) refuse("not_found", "refusals.notFound");
    const own = actor.kind === "account" && actor.accountId === accountId;
    if (own && role !== before.role) refuse("own_role", "accounts.refusals.ownRole", { field: "role" });
    if (before.role === "ADMINISTRATOR" && role !== "ADMINISTRATOR")
      await requireAnotherAdministrator(tx, { accountId, name: before.name });
    await changeEmail(tx, { accountId, from: before.email, to: input.email });
    await tx.account.update({ where: { id: accountId }, data: { role }, select: { id: true } });
    await replaceGroups(tx, input);
    await replaceCenters(tx, input);
    const after = await read(tx, accountId);
    const changes = after && changesBetween<Record<string, unknown>>(before, after);
    if (!changes) return;
    const subject = { kind: "account", id: accountId };
    await record(tx, actor, { kind: "account.rights-changed", subject, data: { name: before.name, changes } });
  });
}

async function read(tx: Tx, id: string) {
  const found = await tx.account.findUnique({
    where: { id },
    select: {
      firstName: true,
      lastName: true,
      email: true,
      role: true,
      groups: { orderBy: { group: { name: "asc" } }, select: { group: { select: { name: true } } } },
      scopeCenters: { orderBy: { center: { name: "asc" } }, select: { center: { select: { name: true } } } },
    },
  });
  if (!found) return null;
  const { firstName, lastName, email, role, groups, scopeCenters } = found;
  return {
    name: `${firstName} ${lastName}`,
    email,
    role,
    groups: groups.map(({ group }) => group.name),
    centers: scopeCenters.map(({ center }) => center.name),
  };
}

async function changeEmail(tx: Tx, { accountId, from, to }: { accountId: string; from: string; to: string }) {
  if (emailKey(from) === emailKey(to)) return;
  const taken = await tx.account.findUnique({ where: { email: emailKey(to) }, select: { id: true } });
  if (taken) refuse("email_taken", "accounts.refusals.emailTaken", { field: "email" });
  await tx.account.update({ where: { id: accountId }, data: { email: to }, select: { id: true } });
  await tellBoth(tx, accountId, [from, to]);
}

/** Who took an account over would change its address first: the old one must hear of it. */
async function tellBoth(tx: Tx, accountId: string, [from, to]: [string, string]): Promise<void> {
  const account = await tx.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { firstName: true, lastName: true, language: true },
  });
  const organization = (await findSettingIn(tx, "organization")).name;
  const words = await translatorFor(account.language);
  const written = await addressNotice({ account, organization, address: to, words });
  const source = `account-address:${newId()}`;
  for (const [place, email] of [["old", from] as const, ["new", to] as const])
    await queueMail(tx, {
      source: `${source}:${place}`,
      to: { email, name: `${account.firstName} ${account.lastName}` },
      priority: MAIL_PRIORITY.single,
      holdsSecret: false,
      ...written,
    });
}

async function replaceGroups(tx: Tx, { accountId, groupIds }: ChangeRightsInput): Promise<void> {
  const wanted = [...new Set(groupIds)].sort();
  // Held, so that none of them is removed meanwhile.
  const found = await tx.$queryRaw<unknown[]>`
    SELECT id FROM rights_groups WHERE id = ANY (${wanted}::uuid[]) AND default_for IS NULL ORDER BY id FOR KEY SHARE`;
  if (found.length !== wanted.length) refuse("unknown_group", "validation.id", { field: "groupIds" });
  await tx.accountGroup.deleteMany({ where: { accountId } });
  await tx.accountGroup.createMany({ data: wanted.map((groupId) => ({ accountId, groupId })) });
}

async function replaceCenters(tx: Tx, { accountId, centerIds }: ChangeRightsInput): Promise<void> {
  const wanted = [...new Set(centerIds)];
  if ((await tx.center.count({ where: { id: { in: wanted } } })) !== wanted.length)
    refuse("unknown_center", "validation.id", { field: "centerIds" });
  await tx.accountCenter.deleteMany({ where: { accountId } });
  await tx.accountCenter.createMany({ data: wanted.map((centerId) => ({ accountId, centerId })) });
}
