import { beforeEach, describe, expect, it } from "vitest";
import { editClient } from "@/lib/features/clients/commands";
import { findClient } from "@/lib/features/clients/record/queries";
import { clientFormValues } from "@/lib/features/clients/record/rules";
import { editClientInput } from "@/lib/features/clients/schema";
import type { AccountActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { addSeconds } from "@/lib/values/instant";
import { accountActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { discardDraft, keepDraft } from "./commands";
import { tidyDrafts } from "./jobs";
import { findDraft } from "./queries";
import { DRAFTS_PER_PERSON, draftKeys, keepDraftInput } from "./schema";

let ada: AccountActor;
let ben: AccountActor;
beforeEach(async () => {
  ada = accountActor("staff", { name: "Ada", accountId: (await make.account()).id });
  ben = accountActor("administrator", { name: "Ben", accountId: (await make.account()).id, confirmed: true });
});

const request = (key: string, values: Record<string, string | string[]>) =>
  keepDraftInput.parse({ key, values: JSON.stringify(values), original: "{}", version: "3" });

describe("drafts of forms", () => {
  it("S4-21 are read by their author alone: not by an administrator, not by the person they are about", async () => {
    const key = draftKeys.newEvent;
    await keepDraft(ada, request(key, { title: "canary", "days[]": ["1", "2"] }));
    expect((await findDraft(ada, key)).kept).toMatchObject({
      values: { title: "canary", "days[]": ["1", "2"] },
      version: 3,
    });
    for (const other of [ben, contactActor((await make.contact()).id)]) {
      expect((await findDraft(other, key)).kept).toBeNull();
    }
    await discardDraft(ben, { key });
    expect((await findDraft(ada, key)).kept).not.toBeNull();
  });

  it("tell staff who else is changing the record, by name and nothing more, for a few minutes; practitioners hear nothing", async () => {
    const { id } = await make.client();
    const key = draftKeys.editClient(id);
    const name = async (actor: AccountActor) => {
      const { firstName, lastName } = await db.account.findUniqueOrThrow({ where: { id: actor.accountId } });
      return `${firstName} ${lastName}`;
    };
    expect((await keepDraft(ada, request(key, { city: "canary" }))).editors).toEqual([]);
    const slot = await findDraft(ben, key);
    expect(slot).toMatchObject({ editors: [await name(ada)], kept: null });
    expect(JSON.stringify(slot)).not.toContain("canary");
    expect((await keepDraft(ben, request(key, { city: "Elgin" }))).editors).toEqual([await name(ada)]);
    const practitioner = accountActor("practitioner", { accountId: (await make.account()).id });
    expect((await keepDraft(practitioner, request(key, {}))).editors).toEqual([]);
    await db.formDraft.updateMany({ where: { key }, data: { savedAt: addSeconds(now(), -600) } });
    expect((await findDraft(ben, key)).editors).toEqual([]);
    await keepDraft(ada, request(draftKeys.newEvent, { title: "x" }));
    expect((await findDraft(ben, draftKeys.newEvent)).editors).toEqual([]);
  });

  it("S4-20 S4-21 change nothing on the record; Cancel discards, and submitting ends the draft with the change", async () => {
    const { id } = await make.client({ name: "Before" });
    const key = draftKeys.editClient(id);
    await keepDraft(ada, request(key, { name: "Half written" }));
    expect(await findClient(ada, id)).toMatchObject({ name: "Before", version: 1 });
    await discardDraft(ada, { key });
    expect((await findDraft(ada, key)).kept).toBeNull();

    await keepDraft(ada, request(key, { name: "Half written" }));
    const client = await findClient(ada, id);
    if (!client) throw new Error("no client");
    const fields = clientFormValues(client);
    const form = { ...fields, otherPractitionerIds: [], clientId: id, version: "1", name: "Submitted" };
    await expect(editClient(ada, editClientInput.parse({ ...form, version: "0" }))).rejects.toThrow(
      "changed_meanwhile",
    );
    expect((await findDraft(ada, key)).kept).not.toBeNull();
    await editClient(ada, editClientInput.parse(form));
    expect((await findDraft(ada, key)).kept).toBeNull();
  });

  it("are bounded: not longer than a form can be, not more than a person can oversee, not older than a month", async () => {
    expect(
      keepDraftInput.safeParse({ key: "event-new", values: JSON.stringify({ a: "x".repeat(200_001) }) }).success,
    ).toBe(false);
    expect(keepDraftInput.safeParse({ key: "event-new", values: '"text"' }).success).toBe(false);
    expect(keepDraftInput.safeParse({ key: "../x", values: "{}" }).success).toBe(false);
    for (let number = 0; number < DRAFTS_PER_PERSON + 3; number += 1) {
      await keepDraft(ada, request(`event-edit:${number}`, { number: String(number) }));
    }
    const where = { accountId: ada.accountId };
    expect(await db.formDraft.count({ where })).toBe(DRAFTS_PER_PERSON);
    expect((await findDraft(ada, `event-edit:${DRAFTS_PER_PERSON + 2}`)).kept).not.toBeNull();
    const [some] = await db.formDraft.findMany({ where, take: 1 });
    if (!some) throw new Error("no draft");
    const savedAt = addSeconds(some.savedAt, -31 * 86_400);
    await db.formDraft.update({ where: { accountId_key: { ...where, key: some.key } }, data: { savedAt } });
    await tidyDrafts();
    expect(await db.formDraft.count({ where })).toBe(DRAFTS_PER_PERSON - 1);
  });
});
