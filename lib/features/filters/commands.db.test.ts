import { beforeAll, describe, expect, it } from "vitest";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { deleteFilter, replaceFilter, saveFilter, shareFilter } from "./commands";
import { encodeFilter } from "./encoding/rules";
import { listSavedFilters } from "./queries";

let ada: AccountActor;
let ben: AccountActor;
beforeAll(async () => {
  ada = accountActor("staff", { accountId: (await make.account()).id });
  ben = accountActor("staff", { accountId: (await make.account()).id });
});

const filter = encodeFilter({ field: "standing", operator: "one_of", value: ["ACTIVE"] });
const names = async (actor: AccountActor) =>
  (await listSavedFilters(actor, { list: "clients" })).map(({ name, own }) => [name, own]);

describe("S2-51 a saved filter", () => {
  it("is used again by who saved it, and by colleagues once it is shared", async () => {
    const id = await saveFilter(ada, { list: "clients", name: "Active", shared: false, filter });
    expect([await names(ada), await names(ben)]).toEqual([[["Active", true]], []]);
    await shareFilter(ada, { id, shared: true });
    expect(await names(ben)).toEqual([["Active", false]]);
    expect((await listSavedFilters(ben, { list: "clients" }))[0]?.query).toEqual({ filter });
    await expect(deleteFilter(ben, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(replaceFilter(ben, { id, filter: "" })).rejects.toMatchObject({ code: "not_found" });
    await replaceFilter(ada, { id, filter: "", q: "bakery" });
    await deleteFilter(ada, { id });
    expect(await names(ben)).toEqual([]);
  });

  it("has a name of its own and something that can be read", async () => {
    const mine = { list: "clients" as const, name: "Mine", shared: false, filter };
    await saveFilter(ada, mine);
    await expect(saveFilter(ada, mine)).rejects.toMatchObject({ code: "name_taken", field: "name" });
    await saveFilter(ben, mine);
    await expect(saveFilter(ada, { ...mine, name: "B", filter: "nonsense" })).rejects.toMatchObject({
      code: "unreadable_filter",
    });
    expect(await db.historyEntry.count({ where: { kind: "filter.saved", actorId: ben.accountId } })).toBe(1);
  });
});
