import { describe, expect, it } from "vitest";
import { createGroup, deleteGroup, editGroup } from "@/lib/features/accounts/groups/commands";
import { createClient, editClient } from "@/lib/features/clients/commands";
import { listClients } from "@/lib/features/clients/queries";
import { clientsVisibleTo, clientsWhere } from "@/lib/features/clients/scope";
import { contactsVisibleTo, contactsWhere } from "@/lib/features/contacts/scope";
import { eventsVisibleTo } from "@/lib/features/training/scope";
import { actingWith } from "@/lib/platform/access/actor";
import { findGranted } from "@/lib/platform/access/granted";
import { rightsOf } from "@/lib/platform/access/rights";
import { db } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { changeRights } from "./commands";

const admin = accountActor("administrator", { confirmed: true });
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(() => "ok").catch((error: { code?: string }) => error.code ?? String(error));
const OWN = rightsOf(() => "own");

let made = 0;
const groupOf = (rights = OWN) => {
  made += 1;
  return createGroup(admin, { name: `Group ${made} ${Date.now()}`, description: null, rights });
};

async function changed(account: { id: string; email: string }, rest: { groupIds?: string[]; centerIds?: string[] }) {
  await changeRights(admin, {
    accountId: account.id,
    email: account.email,
    role: "STAFF",
    groupIds: [],
    centerIds: [],
    ...rest,
  });
  return accountActor("staff", { accountId: account.id, ...(await findGranted(account.id)) });
}

describe("rights of an account", () => {
  it("S3-56 are what the role may do until it belongs to a group, and from then on no more than the group says", async () => {
    const account = await make.account();
    expect((await findGranted(account.id)).rights).toBeNull();
    const groupId = await groupOf();
    const center = await make.center();
    const staff = await changed(account, { groupIds: [groupId], centerIds: [center.id] });
    expect(staff.reach("clients", "view")).toBe("own");
    await changeRights(admin, {
      accountId: account.id,
      email: account.email,
      role: "STAFF",
      groupIds: [],
      centerIds: [],
    });
    expect((await findGranted(account.id)).rights).toBeNull();
    expect(await db.historyEntry.count({ where: { kind: "account.rights-changed", subjectId: account.id } })).toBe(2);
  });

  it("AZ-10 reach records of their own centers and no others, in SQL and in Prisma alike", async () => {
    const [here, there] = [await make.center(), await make.center()];
    const mine = await make.clientWithOwner({ centerId: here.id });
    const others = await make.clientWithOwner({ centerId: there.id });
    const [event, foreign] = [
      await make.trainingEvent({ centerId: here.id }),
      await make.trainingEvent({ centerId: there.id }),
    ];
    const staff = await changed(await make.account(), { groupIds: [await groupOf()], centerIds: [here.id] });
    const ids = [mine.client.id, others.client.id];
    const seen = await rows<{ id: string }>(
      sql`select id from clients where id = any(${ids}::uuid[]) and ${clientsVisibleTo(staff)}`,
    );
    expect(seen.map(({ id }) => id)).toEqual([mine.client.id]);
    expect(await db.client.count({ where: { AND: [{ id: { in: ids } }, clientsWhere(staff)] } })).toBe(1);
    const people = [mine.contact.id, others.contact.id];
    const known = await rows<{ id: string }>(
      sql`select id from contacts where id = any(${people}::uuid[]) and ${contactsVisibleTo(staff)}`,
    );
    expect(known.map(({ id }) => id)).toEqual([mine.contact.id]);
    expect(await db.contact.count({ where: { AND: [{ id: { in: people } }, contactsWhere(staff)] } })).toBe(1);
    const events = { id: { in: [event.id, foreign.id] } };
    expect(await db.trainingEvent.count({ where: { AND: [events, eventsVisibleTo(staff)] } })).toBe(1);
    const listed = await listClients(staff, { filter: null, sort: "name", direction: "asc", q: others.client.name });
    expect(listed.rows.map(({ id }) => id)).not.toContain(others.client.id);
  });

  it("may see everywhere and change only in their own centers", async () => {
    const [here, there] = [await make.center(), await make.center()];
    const rights = rightsOf((_, verb) => (verb === "view" ? "all" : "own"));
    const staff = await changed(await make.account(), { groupIds: [await groupOf(rights)], centerIds: [here.id] });
    const foreign = await make.client({ centerId: there.id });
    expect(await db.client.count({ where: { AND: [{ id: foreign.id }, clientsWhere(staff)] } })).toBe(1);
    const editing = actingWith(staff, "clients.edit");
    const attempt = editClient(editing, { clientId: foreign.id, version: 1 } as Parameters<typeof editClient>[1]);
    expect(await codeOf(attempt)).toBe("not_found");
    const adding = actingWith(staff, "clients.add");
    const input = { kind: "PRE_CLIENT", name: "Elsewhere", centerId: there.id, contacts: {}, otherPractitionerIds: [] };
    const statusId = foreign.statusId;
    const added = createClient(adding, { ...input, statusId } as unknown as Parameters<typeof createClient>[1]);
    expect(await codeOf(added)).toBe("center_not_yours");
  });

  it("AU-12 tell the old and the new address when the address changes", async () => {
    const account = await make.account();
    await changed({ ...account, email: `new-${account.email}` }, {});
    const mails = await db.outboxMail.findMany({
      where: { toEmail: { in: [account.email, `new-${account.email}`] } },
      select: { toEmail: true, text: true },
    });
    expect(mails).toHaveLength(2);
    for (const { text } of mails) expect(text).toContain(`new-${account.email}`);
  });

  it("keep the last administrator and one's own role", async () => {
    const account = await make.account({ role: "ADMINISTRATOR" });
    const self = accountActor("administrator", { accountId: account.id, confirmed: true });
    const input = { accountId: account.id, email: account.email, role: "STAFF", groupIds: [], centerIds: [] } as const;
    expect(await codeOf(changeRights(self, { ...input, groupIds: [], centerIds: [] }))).toBe("own_role");
    await db.account.updateMany({
      where: { role: "ADMINISTRATOR", id: { not: account.id } },
      data: { status: "INACTIVE" },
    });
    expect(await codeOf(changeRights(admin, { ...input, groupIds: [], centerIds: [] }))).toBe("last_administrator");
  });
});

describe("a group", () => {
  it("changes what its members may do at once, and is not deleted from under them", async () => {
    const groupId = await groupOf();
    const account = await make.account();
    await changed(account, { groupIds: [groupId] });
    const rights = rightsOf((kind) => (kind === "clients" ? "all" : "none"));
    const named = { name: `Readers ${account.id}`, description: null, rights };
    await editGroup(admin, { groupId, version: 1, ...named });
    expect((await findGranted(account.id)).rights?.clients.edit).toBe("all");
    expect(await codeOf(editGroup(admin, { groupId, version: 1, ...named }))).toBe("changed_meanwhile");
    expect(await codeOf(deleteGroup(admin, { groupId }))).toBe("group_in_use");
    await changed(account, {});
    expect(await codeOf(deleteGroup(admin, { groupId }))).toBe("ok");
  });

  it("of a role stays, and a name is given once", async () => {
    const own = await db.rightsGroup.findFirstOrThrow({ where: { defaultFor: "STAFF" } });
    expect(await codeOf(deleteGroup(admin, { groupId: own.id }))).toBe("group_of_role");
    expect(await codeOf(createGroup(admin, { name: own.name, description: null, rights: OWN }))).toBe("name_taken");
  });
});
