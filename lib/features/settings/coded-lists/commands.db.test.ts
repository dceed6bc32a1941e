import { expect, it } from "vitest";
import { createPractitioner, editPractitioner } from "@/lib/features/practitioners/commands";
import { findPractitioner } from "@/lib/features/practitioners/queries";
import { db } from "@/lib/platform/db/db";
import { archiveEntry } from "@/lib/platform/named-list/commands";
import { accountActor } from "@/prisma/factories/actors";
import { addCoded, CODED, editCoded } from "./commands";
import { listCoded, listLanguageChoices } from "./queries";

const admin = accountActor("administrator", { confirmed: true });
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: { code?: string }) => error.code ?? "bug",
  );
const fields = {
  ...{ firstName: "Lena", lastName: "Speaker", email: null, phone: null, title: null, centerId: null },
  ...{ status: "ACTIVE" as const, skills: [], serviceIds: [] },
};

async function entryOf(list: "fundingSources" | "languages", identifier: string) {
  return (await listCoded(admin, list)).find((one) => one.identifier === identifier);
}

it("a funding source has a name and a short identifier that nobody else has, whoever adds it at the same moment", async () => {
  const both = await Promise.all([
    codeOf(addCoded(admin, { list: "fundingSources", identifier: "USDA", name: "Rural Development" })),
    codeOf(addCoded(admin, { list: "fundingSources", identifier: "usda", name: "Department of Agriculture" })),
  ]);
  expect(both.filter((code) => code === "identifier_taken")).toHaveLength(1);
  const [kept] = (await listCoded(admin, "fundingSources")).filter(({ identifier }) => /usda/i.test(identifier));
  expect(await codeOf(addCoded(admin, { list: "fundingSources", identifier: "RD", name: kept?.name ?? "" }))).toBe(
    "name_taken",
  );
  const change = {
    list: "fundingSources",
    entryId: kept?.id ?? "",
    identifier: "USDA-RD",
    name: "Rural loans",
  } as const;
  await editCoded(admin, change);
  expect(await entryOf("fundingSources", "USDA-RD")).toMatchObject({ name: "Rural loans", archived: false });
  const [entry] = await db.historyEntry.findMany({
    where: { kind: "funding-source.edited", subjectId: kept?.id ?? "" },
  });
  expect(entry?.data).toMatchObject({ changes: { identifier: { to: "USDA-RD" }, name: { to: "Rural loans" } } });
});

it("an archived language is offered no more and stays with who speaks it; its identifier never changes", async () => {
  await addCoded(admin, { list: "languages", identifier: "tlh", name: "Klingon" });
  const id = await createPractitioner(admin, { ...fields, languages: ["en", "tlh"] });
  const entryId = (await entryOf("languages", "tlh"))?.id ?? "";
  expect(await codeOf(editCoded(admin, { list: "languages", entryId, identifier: "kl", name: "Klingon" }))).toBe(
    "identifier_fixed",
  );
  await archiveEntry(admin, CODED.languages, { entryId, archived: true });
  const offered = async (chosen: { identifier: string }[]) =>
    (await listLanguageChoices(admin, chosen)).map(({ identifier }) => identifier);
  expect(await offered([])).not.toContain("tlh");
  expect(await offered([{ identifier: "tlh" }])).toContain("tlh");
  await editPractitioner(admin, { ...fields, practitionerId: id, languages: ["en", "tlh"], title: "Interpreter" });
  expect((await findPractitioner(admin, id))?.languages.map(({ name }) => name)).toEqual(["English", "Klingon"]);
  expect(await codeOf(createPractitioner(admin, { ...fields, languages: ["tlh"] }))).toBe("unknown_language");
});

it("only administrators read and keep the lists", async () => {
  expect(await listCoded(accountActor("staff"), "languages")).toEqual([]);
});
