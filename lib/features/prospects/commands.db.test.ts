import { beforeAll, describe, expect, it } from "vitest";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { newId } from "@/lib/values/id";
import { accountActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { listBoard } from "./board/queries";
import { addProspect, createProspect, editProspect } from "./commands";
import { moveProspect } from "./moves/commands";
import { addPerson, removePerson, starPerson } from "./people/commands";
import { countProspects, listProspects } from "./queries";
import { findProspect } from "./record/queries";
import { createProspectInput, editProspectInput, prospectSearch } from "./schema";

const zone = { zone: "America/Chicago" };
let staff: AccountActor;
beforeAll(async () => {
  const { id: accountId } = await make.account({ firstName: "Ada", lastName: "Staff" });
  staff = accountActor("staff", { name: "Ada Staff", accountId });
});

const search = (parameters: Record<string, string>) => prospectSearch.parse(parameters);
const person = { lastName: "Weaver", title: "Manager", email: null, phone: null };

describe("adding a prospect", () => {
  it("S4-01 takes a name and one way to reach them; it begins as New, belongs to who added it, and the stream says so", async () => {
    const id = await addProspect(staff, { name: "Harbor Freight Lines", reach: "(312) 555-0142" });
    const found = await findProspect(staff, id);
    expect(found).toMatchObject({
      name: "Harbor Freight Lines",
      email: null,
      phone: "+13125550142",
      stage: { name: "New" },
    });
    expect(found?.owner?.name).toBe("Ada Staff");
    const byMail = await addProspect(staff, { name: "Quay", reach: " desk@quay.example " });
    expect(await findProspect(staff, byMail)).toMatchObject({ email: "desk@quay.example", phone: null });
    await expect(addProspect(staff, { name: "Quay", reach: "ask Bob" })).rejects.toMatchObject({ field: "reach" });
    const lines = await db.streamEntry.findMany({ where: { subjectId: id } });
    expect(lines).toMatchObject([{ kind: "prospect.created", clientId: null }]);
  });

  it("S4-05 S4-06 keeps name, department, source, notes, stage and e-mail; the stages are New, Contacted, Converted", async () => {
    const stages = await db.prospectStage.findMany({ orderBy: { position: "asc" } });
    expect(stages.map(({ name }) => name)).toEqual(["New", "Contacted", "Converted"]);
    const fields = {
      name: "Acme",
      department: "Payroll",
      source: "Trade fair",
      notes: "Met at the fair.",
      email: "a@acme.example",
    };
    const input = {
      ...fields,
      stageId: stages[1]?.id,
      ownerId: "",
      centerId: "",
      nextStepOn: "2026-12-01",
      nextStep: "Call",
    };
    const id = await createProspect(staff, createProspectInput.parse(input));
    expect(await findProspect(staff, id)).toMatchObject({ ...fields, nextStep: "Call", nextStepOn: "2026-12-01" });
  });

  it("an edit made on an old version is refused, and names in history are readable", async () => {
    const prospect = await make.prospect();
    const input = (name: string) =>
      editProspectInput.parse({
        prospectId: prospect.id,
        version: "1",
        name,
        stageId: prospect.stageId,
        ownerId: staff.accountId,
        centerId: "",
        email: "",
        nextStepOn: "",
      });
    await editProspect(staff, input("First"));
    await expect(editProspect(staff, input("Second"))).rejects.toMatchObject({ code: "changed_meanwhile" });
    const [entry] = await db.historyEntry.findMany({ where: { subjectId: prospect.id, kind: "prospect.edited" } });
    expect(entry?.data).toMatchObject({ changes: { owner: { from: null, to: "Ada Staff" }, name: { to: "First" } } });
  });
});

describe("who sees prospects", () => {
  it("a practitioner those they own and no others; contacts none", async () => {
    const account = await make.account({ role: "PRACTITIONER" });
    const own = await make.prospect({ ownerId: account.id });
    const foreign = await make.prospect();
    const practitioner = accountActor("practitioner", { accountId: account.id });
    expect((await listProspects(practitioner, search({}), zone)).rows.map(({ id }) => id)).toEqual([own.id]);
    expect(await findProspect(practitioner, foreign.id)).toBeNull();
    expect(await findProspect(contactActor(newId()), own.id)).toBeNull();
    await expect(
      moveProspect(practitioner, { prospectId: foreign.id, stageId: await make.prospectStageId("Contacted") }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the list and the board", () => {
  it("find by name, person, e-mail and phone, narrow by every filter, and page without an offset", async () => {
    const source = `Fair ${newId()}`;
    const owner = await make.account();
    const made = [];
    for (let n = 0; n < 53; n++) made.push(await make.prospect({ source, name: `Zed ${String(n).padStart(3, "0")}` }));
    const [first] = made;
    await make.prospectContact({ prospectId: first?.id ?? "", firstName: "Quirina", lastName: "Zapotec" });
    const ids = async (parameters: Record<string, string>) =>
      (await listProspects(staff, search({ source, ...parameters }), zone)).rows.map(({ name }) => name);
    expect(await ids({ q: "quirina zap" })).toEqual(["Zed 000"]);
    await db.prospect.update({ where: { id: first?.id ?? "" }, data: { ownerId: owner.id, nextStep: "Call" } });
    expect(await ids({ owner: owner.id })).toEqual(["Zed 000"]);
    expect(await countProspects(staff, search({ source, next: "none" }), zone)).toEqual({ count: 52, more: false });
    expect(await countProspects(staff, search({ source, age: "week", converted: "no" }), zone)).toMatchObject({
      count: 53,
    });
    expect(await countProspects(staff, search({ source, created: "2001-01" }), zone)).toMatchObject({ count: 0 });
    for (const sort of ["name", "newest"]) {
      const page = await listProspects(staff, search({ source, sort }), zone);
      const next = await listProspects(staff, search({ source, sort, page: page.next ?? "" }), zone);
      const names = [...page.rows, ...next.rows].map(({ name }) => name);
      expect(new Set(names).size).toBe(53);
      expect(names).toEqual(sort === "name" ? names.toSorted() : names.toSorted().toReversed());
      const back = await listProspects(staff, search({ source, sort, page: next.previous ?? "" }), zone);
      expect(back.rows.map(({ id }) => id)).toEqual(page.rows.map(({ id }) => id));
    }
    const [column] = await listBoard(staff, search({ source }), { ...zone, cards: 20 });
    expect(column).toMatchObject({ name: "New", count: 53 });
    expect(column?.cards).toHaveLength(20);
  });

  it("S3-15 S3-16 of two people who drag the same card the second is told where it is now", async () => {
    const prospect = await make.prospect({ name: "Two Hands" });
    const [from, to, won] = [
      prospect.stageId,
      await make.prospectStageId("Contacted"),
      await make.prospectStageId("Converted"),
    ];
    await moveProspect(staff, { prospectId: prospect.id, stageId: to, fromStageId: from });
    await expect(
      moveProspect(staff, { prospectId: prospect.id, stageId: won, fromStageId: from }),
    ).rejects.toMatchObject({
      code: "moved_meanwhile",
      values: { name: "Two Hands", stage: "Contacted" },
    });
    expect(await db.historyEntry.count({ where: { subjectId: prospect.id, kind: "prospect.moved" } })).toBe(1);
  });
});

describe("contacts of a prospect", () => {
  it("S4-04 S4-14 the first one has the star, it can be given away, and goes on when its holder leaves", async () => {
    const { id: prospectId } = await make.prospect();
    const first = await addPerson(staff, { ...person, prospectId, firstName: "Walter" });
    const second = await addPerson(staff, { ...person, prospectId, firstName: "Wilma" });
    const stars = async () =>
      (await findProspect(staff, prospectId))?.people.filter(({ isMain }) => isMain).map(({ id }) => id);
    expect(await stars()).toEqual([first]);
    await starPerson(staff, { prospectId, personId: second });
    expect(await stars()).toEqual([second]);
    await removePerson(staff, { prospectId, personId: second });
    expect(await stars()).toEqual([first]);
    const other = await make.prospect();
    await expect(starPerson(staff, { prospectId: other.id, personId: first })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("twenty people added at once are twenty with one star", async () => {
    const { id: prospectId } = await make.prospect();
    await Promise.all(Array.from({ length: 20 }, () => addPerson(staff, { ...person, prospectId, firstName: "W" })));
    const found = await findProspect(staff, prospectId);
    expect(found?.people).toHaveLength(20);
    expect(found?.people.filter(({ isMain }) => isMain)).toHaveLength(1);
  });
});
