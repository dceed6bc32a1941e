import "server-only";
import type { AccountActor, Actor } from "@/lib/platform/access/actor";
import type { GrantedRights } from "@/lib/platform/access/rights";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import type { FieldChanges } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { findGroup } from "./queries";
import { keptRights, rightsChanges } from "./rules";
import type { EditGroupInput, GroupFields } from "./schema";

const column = (rights: GrantedRights) => sql`${rights && JSON.stringify(rights)}::jsonb`;

/** Makes a named set of rights. Answers its id. @throws {RefusalError} name_taken */
export async function createGroup(actor: Actor, { name, description, rights }: GroupFields): Promise<string> {
  const id = newId();
  await inTransaction(async (tx) => {
    await refuseTakenName(tx, name);
    const kept = keptRights(rights);
    await execute(
      sql`insert into rights_groups (id, name, description, rights)
        values (${id}::uuid, ${name}, ${description ?? ""}, ${column(kept)})`,
      tx,
    );
    const data = { name, changes: rightsChanges(null, kept) };
    await record(tx, actor, { kind: "rights-group.created", subject: { kind: "rights-group", id }, data });
  });
  return id;
}

/**
 * Changes a group; whoever belongs to it has the new rights at their next request.
 * @throws {RefusalError} not_found, changed_meanwhile, name_taken
 */
export async function editGroup(actor: Actor, input: EditGroupInput): Promise<void> {
  const { groupId, version, name, description, rights } = input;
  await inTransaction(async (tx) => {
    const before = await findGroup(actor as AccountActor, groupId, tx);
    if (!before) refuse("not_found", "refusals.notFound");
    if (name.toLowerCase() !== before.name.toLowerCase()) await refuseTakenName(tx, name);
    const kept = keptRights(rights);
    const changed = await execute(
      sql`update rights_groups set name = ${name}, description = ${description ?? ""}, rights = ${column(kept)},
        version = version + 1 where id = ${groupId}::uuid and version = ${version}`,
      tx,
    );
    if (changed === 0) refuse("changed_meanwhile", "refusals.changedMeanwhile");
    const renamed: FieldChanges = name === before.name ? {} : { name: { from: before.name, to: name } };
    const data = { name, changes: { ...renamed, ...rightsChanges(before.rights, kept) } };
    await record(tx, actor, { kind: "rights-group.edited", subject: { kind: "rights-group", id: groupId }, data });
  });
}

/**
 * Removes a group nobody belongs to: without one, its members would have all that their role may do.
 * @throws {RefusalError} not_found, group_in_use, group_of_role
 */
export async function deleteGroup(actor: Actor, { groupId }: { groupId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    // Locked, so that nobody joins it meanwhile.
    await tx.$queryRaw`SELECT id FROM rights_groups WHERE id = ${groupId}::uuid FOR UPDATE`;
    const group = await findGroup(actor as AccountActor, groupId, tx);
    if (!group) refuse("not_found", "refusals.notFound");
    if (group.defaultFor) refuse("group_of_role", "accounts.refusals.groupOfRole");
    if (group.members.length > 0)
      refuse("group_in_use", "accounts.refusals.groupInUse", { values: { count: group.members.length } });
    await tx.rightsGroup.delete({ where: { id: groupId }, select: { id: true } });
    const subject = { kind: "rights-group", id: groupId };
    await record(tx, actor, { kind: "rights-group.deleted", subject, data: { name: group.name } });
  });
}

async function refuseTakenName(tx: Tx, name: string): Promise<void> {
  const taken = await tx.rightsGroup.findUnique({ where: { name }, select: { id: true } });
  if (taken) refuse("name_taken", "accounts.refusals.groupNameTaken", { field: "name" });
}
