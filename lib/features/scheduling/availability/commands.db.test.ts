import { describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { accountActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { saveWeeklyHours } from "./commands";
import { findWeeklyHours } from "./queries";

const staff = accountActor("staff");
const monday = (...rows: [string, string][]) => ({
  "1": Object.fromEntries(rows.map(([start, end], place) => [place, { start, end }])),
});

const mondayOf = async (clientId: string) => (await findWeeklyHours(staff, { clientId }))?.days[0]?.intervals;

describe("weekly hours", () => {
  it("S3-31 S3-32 take several times on a day, midnight among the ends", async () => {
    const { id: clientId } = await make.client();
    expect(await findWeeklyHours(staff, { clientId })).toMatchObject({ version: 0, timeZone: "America/Chicago" });
    await saveWeeklyHours(staff, { clientId, version: 0, hours: monday(["18:00", "24:00"], ["09:00", "12:00"]) });
    expect(await mondayOf(clientId)).toEqual([
      { start: "09:00", end: "12:00" },
      { start: "18:00", end: "24:00" },
    ]);
    const [entry] = await db.historyEntry.findMany({ where: { subjectId: clientId } });
    expect(entry?.data).toEqual({
      changes: { monday: { from: null, to: "9:00 AM – 12:00 PM, 6:00 PM – 12:00 AM" } },
    });
  });

  it("S3-33 S3-34 a blank or cleared day means not available", async () => {
    const { id: clientId } = await make.client();
    await saveWeeklyHours(staff, { clientId, version: 0, hours: monday(["09:00", "12:00"]) });
    await saveWeeklyHours(staff, { clientId, version: 1, hours: monday(["", ""]) });
    expect(await mondayOf(clientId)).toEqual([]);
  });

  it.each<[string, [string, string][], string]>([
    ["end_before_start", [["12:00", "09:00"]], "hours.1.0.end"],
    ["end_before_start", [["12:00", "12:00"]], "hours.1.0.end"],
    ["end_missing", [["09:00", ""]], "hours.1.0.end"],
    ["start_missing", [["", "09:00"]], "hours.1.0.start"],
    [
      "overlap",
      [
        ["09:00", "12:00"],
        ["11:00", "13:00"],
      ],
      "hours.1.1.end",
    ],
    ["not_a_time", [["25:00", "26:00"]], "hours.1.0.end"],
  ])("S3-36 refuse %s next to the field", async (code, times, field) => {
    const { id: clientId } = await make.client();
    const saving = saveWeeklyHours(staff, { clientId, version: 0, hours: monday(...times) });
    await expect(saving).rejects.toMatchObject({ code, field });
  });

  it("of one client are saved by one of many at a time", async () => {
    const { id: clientId } = await make.client();
    const save = (end: string) => saveWeeklyHours(staff, { clientId, version: 0, hours: monday(["09:00", end]) });
    const answers = await Promise.allSettled(["10:00", "11:00", "12:00", "13:00"].map(save));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("S3-35 are the contact's to change who decides for the client, and nobody else's", async () => {
    const { id: clientId } = await make.client();
    const { id: foreign } = await make.client();
    const save = (actor: Parameters<typeof saveWeeklyHours>[0], id = clientId) =>
      saveWeeklyHours(actor, { clientId: id, version: 0, hours: monday(["09:00", "10:00"]) });
    const unknown = { code: "not_found" };
    await expect(save(contactActor(clientId, [{ clientId }]))).rejects.toMatchObject(unknown);
    await expect(save(contactActor(clientId, [{ clientId, isOwner: true }]), foreign)).rejects.toMatchObject(unknown);
    await expect(save(accountActor("practitioner"))).rejects.toMatchObject(unknown);
    await save(contactActor(clientId, [{ clientId, isGuardian: true }]));
    expect(await mondayOf(clientId)).toHaveLength(1);
  });
});
