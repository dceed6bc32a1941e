import { describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { publishVersion } from "./commands";
import { findCurrentText, listVersions } from "./queries";
import { publishVersionInput } from "./schema";

const administrator = accountActor("administrator", { confirmed: true });
const input = (body: string, es: { title: string | null; body: string | null } = { title: null, body: null }) => ({
  en: { title: "Agreement", body },
  es,
  centerId: null as string | null,
  change: "material" as "material" | "wording",
});

describe("publishing a version", () => {
  it("makes the next number in both languages, and readers see their own", async () => {
    const { id: centerId } = await make.center();
    const number = await publishVersion(administrator, input("One.", { title: "Acuerdo", body: "Uno." }));
    expect(await findCurrentText({ language: "es", centerId })).toMatchObject({
      number,
      title: "Acuerdo",
      language: "es",
    });
    expect(await findCurrentText({ language: "en", centerId })).toMatchObject({ number, title: "Agreement" });
    const next = await publishVersion(administrator, input("Two."));
    expect(next).toBe(number + 1);
    expect(await findCurrentText({ language: "es", centerId })).toMatchObject({ number: next, language: "en" });
    expect(await db.historyEntry.count({ where: { kind: "agreement.version-published" } })).toBe(2);
    expect((await listVersions(administrator)).map((version) => version.number)).toEqual([next, number]);
  });

  it("lets clients of a center sign its own text, and the organization's again when it is given up", async () => {
    const [own, other] = [await make.center(), await make.center()];
    const text = (centerId: string) => findCurrentText({ language: "en", centerId });
    const general = await publishVersion(administrator, input("For all."));
    const number = await publishVersion(administrator, { ...input("For ours."), centerId: own.id });
    expect(await text(own.id)).toMatchObject({ number, body: "For ours." });
    expect(await text(other.id)).toMatchObject({ number: general, body: "For all." });
    const newer = await publishVersion(administrator, input("For all, again."));
    expect(await text(own.id)).toMatchObject({ number });
    expect((await listVersions(administrator, { centerId: own.id })).map((row) => row.number)).toEqual([number]);
    await db.center.update({ where: { id: own.id }, data: { ownAgreement: false } });
    expect(await text(own.id)).toMatchObject({ number: newer });
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
