import { beforeEach, describe, expect, it } from "vitest";
import {
  addCustomField,
  archiveCustomField,
  editCustomField,
  placeCustomField,
  restoreCustomField,
} from "@/lib/features/custom-fields/definitions/commands";
import { listCustomFields } from "@/lib/features/custom-fields/definitions/queries";
import {
  addCustomFieldInput,
  type CustomFieldRow,
  editCustomFieldInput,
} from "@/lib/features/custom-fields/definitions/schema";
import { customFilterField } from "@/lib/features/custom-fields/filter-fields";
import { encodeFilter } from "@/lib/features/filters/encoding/rules";
import type { FilterTree } from "@/lib/features/filters/schema";
import { db } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { RefusalError } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { sql, sqlName } from "@/lib/values/sql";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { createClient, editClient } from "./commands";
import { resolveSearch } from "./lists/rules";
import { makeClient } from "./making/commands";
import { makeClientInput } from "./making/schema";
import { countClients, listClients } from "./queries";
import { findClient, findClientChoices } from "./record/queries";
import { clientFormValues } from "./record/rules";
import { createClientInput, editClientInput } from "./schema";

const administrator = accountActor("administrator", { confirmed: true });
const staff = accountActor("staff", { name: "Ada Staff" });

beforeEach(async () => {
  for (const table of ["custom_values", "custom_field_choices", "custom_fields"])
    await execute(sql`delete from ${sqlName(table)}`);
});

type Kind = CustomFieldRow["type"];
async function field(type: Kind, label: string, more: { choices?: string[]; mandatory?: boolean } = {}) {
  const choices = Object.fromEntries((more.choices ?? []).map((each, index) => [String(index), { label: each }]));
  const input = { recordKind: "client", type, label, choices, ...(more.mandatory ? { mandatory: "on" } : {}) };
  return addCustomField(administrator, addCustomFieldInput.parse(input));
}

const listed = () => listCustomFields(administrator, "client");
async function named(label: string) {
  const found = (await listed()).find((each) => each.label === label);
  if (!found) throw new Error(`no field ${label}`);
  return found;
}
async function record(id: string) {
  const client = await findClient(staff, id);
  if (!client) throw new Error("no client");
  return client;
}
async function edit(id: string, custom: Record<string, string>, version?: number) {
  const client = await record(id);
  const shown = Object.fromEntries(Object.entries(clientFormValues(client)).filter(([name]) => !name.includes(".")));
  const fields = {
    ...shown,
    otherPractitionerIds: [],
    clientId: id,
    version: String(version ?? client.version),
    custom,
  };
  return editClient(staff, editClientInput.parse(fields));
}
async function refusal(promise: Promise<unknown>): Promise<RefusalError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof RefusalError)) throw new Error(`no refusal but ${String(error)}`);
  return error;
}
const valuesOf = async (id: string) =>
  Object.fromEntries((await record(id)).custom.map(({ label, value }) => [label, value]));
async function matching(tree: FilterTree) {
  const query = { filter: tree, q: undefined, sort: "name", direction: "asc" } as const;
  const page = await listClients(staff, query);
  expect((await countClients(staff, query)).count).toBe(page.rows.length);
  return page.rows.map(({ name }) => name);
}
const condition = (of: { id: string; type: Kind }, operator: string, value?: unknown) =>
  ({
    field: customFilterField(of, sql`clients.id`).key,
    operator,
    ...(value === undefined ? {} : { value }),
  }) as FilterTree;

describe("the organization's own fields of clients", () => {
  it("S0-20 a client keeps a text, a number, a date, a choice and a yes, and history says what changed", async () => {
    const ids = {
      text: await field("text", "Motto"),
      number: await field("number", "Shops"),
      date: await field("date", "Opened"),
      choice: await field("choice", "Wave", { choices: ["First", "Second"] }),
      yes_no: await field("yes_no", "Exports"),
    };
    const second = (await named("Wave")).choices[1]?.id ?? "";
    const { id } = await make.client({});
    await edit(id, {
      [ids.text]: " Bread first ",
      [ids.number]: "1,250.50",
      [ids.date]: "2026-03-01",
      [ids.choice]: second,
      [ids.yes_no]: "no",
    });
    expect(await valuesOf(id)).toEqual({
      Motto: "Bread first",
      Shops: "1250.5",
      Opened: "2026-03-01",
      Wave: second,
      Exports: "no",
    });
    const [entry] = await db.historyEntry.findMany({ where: { subjectId: id, kind: "client.edited" } });
    expect(entry?.data).toMatchObject({
      changes: { "custom:Wave": { from: null, to: "Second" }, "custom:Exports": { from: null, to: false } },
    });
    await edit(id, { [ids.text]: "", [ids.yes_no]: "" });
    expect(await valuesOf(id)).toMatchObject({ Motto: null, Exports: null, Shops: "1250.5" });
  });

  it("what does not fit its field is said beside it, and nothing is saved", async () => {
    const [number, date, choice] = [
      await field("number", "Shops"),
      await field("date", "Opened"),
      await field("choice", "Wave", { choices: ["First"] }),
    ];
    const { id } = await make.client({ name: "Kept" });
    const { code, fields } = await refusal(edit(id, { [number]: "many", [date]: "tomorrow", [choice]: newId() }));
    expect([code, ...Object.keys(fields)]).toEqual([
      "unreadable_fields",
      `custom.${number}`,
      `custom.${date}`,
      `custom.${choice}`,
    ]);
    expect(await record(id)).toMatchObject({ version: 1 });
  });

  it("S0-19 S0-21 a mandatory field of its own holds up a client and never a pre-client", async () => {
    const id = await field("text", "Sector code", { mandatory: true });
    const [centerId, statusId] = [(await make.center()).id, await make.statusId("ACTIVE")];
    const blank = { name: "New Bakery", centerId, statusId, language: "en", isPerson: "false" };
    const create = (kind: string, custom = {}) =>
      createClient(staff, createClientInput.parse({ ...blank, kind, custom }));
    expect((await refusal(create("CLIENT"))).fields).toMatchObject({
      [`custom.${id}`]: { values: { label: "Sector code" } },
    });
    const preClient = await create("PRE_CLIENT");
    const make_ = (custom = {}) =>
      makeClient(staff, makeClientInput.parse({ clientId: preClient, signedOn: "2026-11-02", custom }));
    expect((await refusal(make_())).code).toBe("fields_missing");
    await make_({ [id]: "B-12" });
    expect(await record(preClient)).toMatchObject({ kind: "CLIENT", custom: [{ value: "B-12" }] });
    expect((await refusal(edit(preClient, { [id]: " " }))).code).toBe("fields_missing");
  });

  it("of two who save the same field at once the second is shown both, by its name in the form", async () => {
    const id = await field("text", "Motto");
    const client = await make.client({});
    const answers = await Promise.allSettled([
      edit(client.id, { [id]: "mine" }, 1),
      edit(client.id, { [id]: "theirs" }, 1),
    ]);
    const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason as RefusalError] : []));
    expect(refused).toHaveLength(1);
    const { Motto } = await valuesOf(client.id);
    expect(refused[0]?.conflict?.values).toMatchObject({ [`custom.${id}`]: Motto });
  });

  it("clients are found by each type of field, blanks among what is not meant", async () => {
    const ids = {
      text: await field("text", "Motto"),
      number: await field("number", "Shops"),
      date: await field("date", "Opened"),
      yes_no: await field("yes_no", "Exports"),
    };
    await field("choice", "Wave", { choices: ["First", "Second"] });
    const wave = await named("Wave");
    const [first = "", second = ""] = wave.choices.map((each) => each.id);
    const [bread, cake] = [await make.client({ name: "Bread" }), await make.client({ name: "Cake" })];
    const blank = await make.client({ name: "Dust" });
    await edit(bread.id, {
      [ids.text]: "100% Rye",
      [ids.number]: "3",
      [ids.date]: "2026-03-01",
      [ids.yes_no]: "yes",
      [wave.id]: first,
    });
    await edit(cake.id, {
      [ids.text]: "Sugar",
      [ids.number]: "12.5",
      [ids.date]: "2025-03-01",
      [ids.yes_no]: "no",
      [wave.id]: second,
    });
    const text = { id: ids.text, type: "text" } as const;
    expect(await matching(condition(text, "contains", "0% r"))).toEqual(["Bread"]);
    expect(await matching(condition(text, "is", "sugar"))).toEqual(["Cake"]);
    expect(await matching(condition({ id: ids.number, type: "number" }, "between", { min: 4, max: 13 }))).toEqual([
      "Cake",
    ]);
    expect(await matching(condition({ id: ids.date, type: "date" }, "in", { start: "2026-01-01", end: null }))).toEqual(
      ["Bread"],
    );
    expect(await matching(condition(wave, "one_of", [first, second]))).toEqual(["Bread", "Cake"]);
    expect(await matching(condition({ id: ids.yes_no, type: "yes_no" }, "one_of", ["false"]))).toEqual(["Cake"]);
    const rest = { all: [condition(text, "is_empty"), { field: "name", operator: "is", value: "Dust" }] } as FilterTree;
    expect(await matching(rest)).toEqual([(await record(blank.id)).name]);
    const search = { filter: encodeFilter(condition(wave, "one_of", [first])) };
    expect(
      resolveSearch(
        {
          ...search,
          q: undefined,
          saved: undefined,
          view: undefined,
          sort: undefined,
          direction: undefined,
          page: undefined,
          edit: undefined,
        },
        [],
      ).unreadable,
    ).toBe(false);
  });

  it("an archived field is asked for no more, keeps its values, and is there again when it is brought back", async () => {
    const id = await field("text", "Motto");
    const client = await make.client({});
    await edit(client.id, { [id]: "Bread first" });
    await archiveCustomField(administrator, { fieldId: id });
    expect((await record(client.id)).custom).toEqual([]);
    expect(await matching(condition({ id, type: "text" }, "contains", "bread"))).toHaveLength(1);
    expect((await findClientChoices(staff)).custom).toMatchObject([{ label: "Motto", archived: true }]);
    await field("text", "motto");
    expect((await refusal(restoreCustomField(administrator, { fieldId: id }))).code).toBe("name_taken");
    await archiveCustomField(administrator, { fieldId: (await named("motto")).id });
    await restoreCustomField(administrator, { fieldId: id });
    expect(await valuesOf(client.id)).toEqual({ Motto: "Bread first" });
  });
});

describe("what an administrator does with fields", () => {
  it("S0-20 a renamed choice is renamed wherever it was chosen, and one taken out stays there", async () => {
    await field("choice", "Wave", { choices: ["First", "Second"] });
    const wave = await named("Wave");
    const [first, second] = wave.choices;
    const client = await make.client({});
    await edit(client.id, { [wave.id]: second?.id ?? "" });
    const choices = { "0": { id: first?.id, label: "Second" }, "1": { label: "Third" } };
    const change = { fieldId: wave.id, version: String(wave.version), label: "Wave", choices };
    await editCustomField(administrator, editCustomFieldInput.parse(change));
    const [own] = (await record(client.id)).custom;
    expect(own).toMatchObject({
      value: second?.id,
      choices: [{ label: "Second" }, { label: "Second", archived: true }, { label: "Third" }],
    });
    expect((await refusal(editCustomField(administrator, editCustomFieldInput.parse(change)))).code).toBe(
      "changed_meanwhile",
    );
    const [entry] = await db.historyEntry.findMany({ where: { subjectId: wave.id, kind: "custom-field.edited" } });
    expect(entry?.data).toMatchObject({ changes: { choices: { from: "First, Second", to: "Second, Third" } } });
  });

  it("fields change places, and there are 30 at most", async () => {
    const ids: string[] = [];
    for (let number = 1; number <= 30; number += 1) ids.push(await field("text", `Field ${number}`));
    await placeCustomField(administrator, { fieldId: ids[4] ?? "", position: 0 });
    expect((await listed()).slice(0, 3).map(({ label }) => label)).toEqual(["Field 5", "Field 1", "Field 2"]);
    const { code, values } = await refusal(field("text", "One more"));
    expect([code, values.count]).toEqual(["too_many_fields", 30]);
    expect((await refusal(field("text", "FIELD 7"))).code).toBe("too_many_fields");
  });
});
