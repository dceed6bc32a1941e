import { expect, it } from "vitest";
import { encodeFilter } from "@/lib/features/filters/encoding/rules";
import { countProspects } from "@/lib/features/prospects/queries";
import { prospectSearch } from "@/lib/features/prospects/schema";
import { actingWith } from "@/lib/platform/access/actor";
import { rightsOf } from "@/lib/platform/access/rights";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { newId } from "@/lib/values/id";
import { addSeconds } from "@/lib/values/instant";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { findSalesFigures } from "./queries";
import { countedOnly } from "./rules";

const zone = { zone: "America/Chicago" };
const staff = accountActor("staff");
const DAY = 86_400;

/** How many the list shows at the address of a bar. */
const listed = async (parameters: Record<string, string>) =>
  (await countProspects(staff, prospectSearch.parse(parameters), zone)).count;

it("S3-16 every figure of the sales page is exactly the list it leads to", async () => {
  const owner = await make.account();
  for (const days of [0, 3, 10, 45, 200]) {
    const createdAt = addSeconds(now(), -days * DAY - 60);
    await make.prospect({ createdAt, ownerId: days > 5 ? owner.id : null, source: days > 20 ? "Fair" : null });
  }
  await make.prospect({ nextStep: "Call", nextStepOn: new Date("2020-01-01"), stage: "Contacted" });
  const won = await make.prospect({ stage: "Converted" });
  const data = { prospectId: won.id, clientId: (await make.client()).id, operationId: newId(), convertedAt: now() };
  await db.conversion.create({ data });
  const figures = await findSalesFigures(staff, zone);
  expect(figures.open).toBe(6);
  expect(figures.open).toBe(await listed({ outcome: "OPEN" }));
  expect(figures.withoutNextStep).toBe(await listed({ outcome: "OPEN", next: "none" }));
  expect(figures.overdue).toBe(await listed({ outcome: "OPEN", next: "overdue" }));
  for (const { key, count } of figures.stages) expect(await listed({ stage: key })).toBe(count);
  for (const { key, count } of figures.sources) expect(await listed({ outcome: "OPEN", source: key })).toBe(count);
  for (const { key, count } of figures.owners) expect(await listed({ outcome: "OPEN", owner: key })).toBe(count);
  for (const { key, count } of figures.ages) expect(await listed({ outcome: "OPEN", age: key })).toBe(count);
  expect(figures.ages.map(({ count }) => count)).toEqual([3, 1, 1, 1]);
  expect(figures.months).toHaveLength(12);
  for (const { month, created, converted } of figures.months) {
    expect(await listed({ created: month })).toBe(created);
    expect(await listed({ created: month, converted: "yes" })).toBe(converted);
  }
  expect(figures.months[0]?.converted).toBe(1);
  const nobody = await findSalesFigures(accountActor("practitioner"), zone);
  expect(nobody).toMatchObject({ open: 0, owners: [] });
});

it("S3-56 the figures of who reports only on their own centers lead to exactly those they count", async () => {
  const [here, there] = [await make.center(), await make.center()];
  const reader = await make.account();
  await make.prospect({ centerId: here.id });
  await make.prospect({ centerId: there.id, ownerId: reader.id });
  await make.prospect({ centerId: there.id });
  const rights = rightsOf((_, verb) => (verb === "report" ? "own" : "all"));
  const sees = accountActor("staff", { accountId: reader.id, rights, centerIds: [here.id] });
  const actor = actingWith(sees, "prospects.report");
  const only = countedOnly(actor);
  const list = { outcome: "OPEN", filter: only ? encodeFilter(only) : undefined };
  const { count } = await countProspects(sees, prospectSearch.parse(list), zone);
  expect((await findSalesFigures(actor, zone)).open).toBe(2);
  expect(count).toBe(2);
  expect(countedOnly(accountActor("staff"))).toBeNull();
});
