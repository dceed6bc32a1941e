import { expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { RefusalError } from "@/lib/platform/refusal";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { editClient } from "./commands";
import { findClient } from "./record/queries";
import { clientFormValues } from "./record/rules";
import { editClientInput } from "./schema";

const PEOPLE = 25;
const EDITS_EACH = 40;

it("BK-10 of 1,000 concurrent edits of one client none overwrites what its author had not been shown", async () => {
  const { id } = await make.client({ name: "Start" });
  const client = await findClient(accountActor("staff"), id);
  if (!client) throw new Error("no client");
  const fields = { ...clientFormValues(client), otherPractitionerIds: [], clientId: id };
  let refusals = 0;
  const saved: { shown: string; name: string }[] = [];

  /** Everybody begins with the page as it was at first, and goes on with what a refusal shows. */
  async function person(number: number) {
    const actor = accountActor("staff", { name: `Person ${number}` });
    let shown = { version: 1, name: "Start" };
    for (let edit = 0; edit < EDITS_EACH; edit += 1) {
      const name = `Person ${number} edit ${edit}`;
      const input = editClientInput.parse({ ...fields, name, version: String(shown.version) });
      try {
        await editClient(actor, input);
        saved.push({ shown: shown.name, name });
        shown = { version: shown.version + 1, name };
      } catch (error) {
        if (!(error instanceof RefusalError) || !error.conflict) throw error;
        refusals += 1;
        shown = { version: error.conflict.version, name: String(error.conflict.values.name) };
      }
    }
  }
  await Promise.all(Array.from({ length: PEOPLE }, (_, number) => person(number)));

  expect(saved.length + refusals).toBe(PEOPLE * EDITS_EACH);
  expect(Math.min(saved.length, refusals)).toBeGreaterThan(PEOPLE);
  expect((await findClient(accountActor("staff"), id))?.version).toBe(1 + saved.length);
  // Each save replaced exactly the name that its author had been shown: one unbroken chain.
  const next = new Map(saved.map(({ shown, name }) => [shown, name]));
  expect(next.size).toBe(saved.length);
  let name = "Start";
  for (let step = 0; step < saved.length; step += 1) name = next.get(name) ?? "broken";
  expect((await findClient(accountActor("staff"), id))?.name).toBe(name);
  expect(await db.historyEntry.count({ where: { subjectId: id, kind: "client.edited" } })).toBe(saved.length);
}, 120_000);

it("BK-10 the refusal says who was faster and when, and what the record holds now", async () => {
  const { id } = await make.client({ name: "Start", city: "Joliet" });
  const ada = accountActor("staff", { name: "Ada" });
  const client = await findClient(ada, id);
  if (!client) throw new Error("no client");
  const form = { ...clientFormValues(client), otherPractitionerIds: [], clientId: id, version: "1" };
  await editClient(ada, editClientInput.parse({ ...form, city: "Elgin" }));
  const late = editClient(accountActor("staff", { name: "Ben" }), editClientInput.parse({ ...form, city: "Cicero" }));
  await expect(late).rejects.toMatchObject({
    code: "changed_meanwhile",
    values: { name: "Ada" },
    conflict: { version: 2, by: "Ada", values: { city: "Elgin", name: "Start" } },
  });
});
