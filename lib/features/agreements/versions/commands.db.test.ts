import { describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { publishVersion } from "./commands";
import { findCurrentText, listVersions } from "./queries";
import { publishVersionInput } from "./schema";

const administrator = accountActor("administrator", { confirmed: true });
const input = (body: string, es: { title: string | null; body: string | null } = { title: null, body: null }) => ({
  en: { title: "Agreement", body },
  es,
});

describe("publishing a version", () => {
  it("makes the next number in both languages, and readers see their own", async () => {
    const number = await publishVersion(administrator, input("One.", { title: "Acuerdo", body: "Uno." }));
    expect(await findCurrentText("es")).toMatchObject({ number, title: "Acuerdo", language: "es" });
    expect(await findCurrentText("en")).toMatchObject({ number, title: "Agreement" });
    const next = await publishVersion(administrator, input("Two."));
    expect(next).toBe(number + 1);
    expect(await findCurrentText("es")).toMatchObject({ number: next, language: "en" });
    expect(await db.historyEntry.count({ where: { kind: "agreement.version-published" } })).toBe(2);
    expect((await listVersions(administrator)).map((version) => version.number)).toEqual([next, number]);
  });

  it("gives each of two administrators who publish together a number of their own", async () => {
    const numbers = await Promise.all(
      ["A.", "B.", "C.", "D."].map((body) => publishVersion(administrator, input(body))),
    );
    expect(new Set(numbers).size).toBe(4);
  });

  it("refuses the words that are current already", async () => {
    await publishVersion(administrator, input("Same."));
    await expect(publishVersion(administrator, input("Same."))).rejects.toMatchObject({ code: "unchanged" });
  });

  it("wants title and text of a language together", () => {
    const half = publishVersionInput.safeParse({ en: { title: "A", body: "B" }, es: { title: "Acuerdo", body: "" } });
    expect(half.error?.issues[0]?.path).toEqual(["es", "body"]);
  });
});
