import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { publishVersion } from "@/lib/features/agreements/versions/commands";
import { keepLogo } from "@/lib/features/centers/commands";
import { findLogo } from "@/lib/features/centers/queries";
import { db, inTransaction } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { PNG } from "@/prisma/factories/picture";
import { importConfiguration } from "./commands";
import { exportConfiguration } from "./queries";
import { CONFIGURATION_VERSION } from "./schema";

const administrator = accountActor("administrator", { confirmed: true });
const exported = async () => (await exportConfiguration(administrator)) ?? "";
const input = (text: string, intent: "preview" | "apply" = "preview", seen = "") => ({
  file: new File([text], "configuration.json", { type: "application/json" }),
  intent,
  seen,
});
const preview = (text: string) => importConfiguration(administrator, input(text));
async function apply(text: string) {
  const { fingerprint } = await preview(text);
  return importConfiguration(administrator, input(text, "apply", fingerprint));
}

/** What an administrator would have made in a year; the words of each differ from what an installation comes with. */
async function makeConfiguration() {
  const center = await make.center({ name: "Peoria Center", colour: "violet", replyTo: "peoria@example.org" });
  const centerId = center.id;
  await db.centerHours.create({ data: { centerId, weekday: 1, startMinute: 480, endMinute: 1_440 } });
  const day = new Date("2031-07-04T00:00:00Z");
  await db.centerHoliday.create({ data: { centerId, name: "Fourth of July", firstDay: day, lastDay: day } });
  await db.room.create({ data: { centerId, name: "Room 2", archivedAt: day } });
  const logo = new File([new Uint8Array(PNG)], "peoria.png");
  await inTransaction((tx) => keepLogo(tx, { centerId, before: null, logo, removeLogo: false }));
  const change = "wording" as const;
  const es = { title: "Acuerdo", body: "Somos honestos." };
  await publishVersion(administrator, { centerId, change, en: { title: "Old", body: "Was so." }, es });
  await publishVersion(administrator, { centerId, change, en: { title: "Agreement", body: "We are fair." }, es });
  await db.centerHoliday.create({ data: { name: "New Year", firstDay: day, lastDay: day } });
  await db.setting.create({
    data: { key: "terminology", value: { client: { singular: "Student", plural: "Students" } } },
  });
  const body = { type: "doc", content: [{ type: "paragraph", content: [{ text: "Hello", type: "text" }] }] };
  const letter = { recordType: "client", language: "en", name: "On hold", subject: "Hold", body };
  const { id: templateId } = await db.emailTemplate.create({ data: letter });
  await db.clientStatus.create({
    data: {
      name: "On hold",
      standing: "ACTIVE",
      blocksSessions: true,
      position: 9,
      workflow: { templateId, needsReason: true },
    },
  });
  await db.actionCode.create({ data: { name: "Walk-in", position: 90, archivedAt: day } });
  await db.prospectStage.create({ data: { name: "Visited", position: 7 } });
  await db.fundingSource.create({ data: { identifier: "SBA", name: "Small Business Administration" } });
  await db.service.create({ data: { name: "Tax help", defaultMinutes: 60, defaultRateCents: 9_000, position: 3 } });
  const field = { recordKind: "client", type: "choice", label: "County", position: 1 };
  await db.customField.create({
    data: {
      ...field,
      choices: {
        create: [
          { label: "Cook", position: 1 },
          { label: "Lake", position: 2 },
        ],
      },
    },
  });
  await db.rightsGroup.create({ data: { name: "Front desk", description: "Phones" } });
}

async function emptyConfiguration() {
  const whole = [
    "agreement_versions",
    "rooms",
    "center_holidays",
    "centers",
    "settings",
    "email_templates",
    "funding_sources",
  ] as const;
  for (const table of [...whole, "custom_field_choices", "custom_fields"] as const)
    await db.$executeRawUnsafe(`delete from ${table}`);
  await execute(sql`delete from client_statuses where name = 'On hold'`);
  await execute(sql`delete from action_codes where name = 'Walk-in'`);
  await execute(sql`delete from prospect_stages where name = 'Visited'`);
  await execute(sql`delete from services where name = 'Tax help'`);
  await execute(sql`delete from rights_groups where name = 'Front desk'`);
}

it("gives, exported, imported into an empty installation and exported again, the same bytes", async () => {
  const bare = await exported();
  await makeConfiguration();
  const text = await exported();
  await emptyConfiguration();
  expect(await exported()).toBe(bare);
  const plan = await preview(text);
  expect(plan.counts).toMatchObject({ added: 14, changed: 1, refused: 0 });
  expect(await exported()).toBe(bare);
  const done = await apply(text);
  expect(done.applied).toBe(true);
  expect(await exported()).toBe(text);
  expect(await preview(text)).toMatchObject({ counts: { added: 0, changed: 0, refused: 0 }, entries: [] });
  const entries = await db.historyEntry.findMany({ where: { kind: "configuration.imported" } });
  expect(entries).toHaveLength(15);
  expect(entries.map(({ data }) => data)).toContainEqual({
    section: "settings",
    name: "terminology",
    changes: {
      value: expect.objectContaining({
        to: expect.objectContaining({ client: { singular: "Student", plural: "Students" } }),
      }),
    },
  });
});

it("changes what the file changes, and leaves alone what the file does not name", async () => {
  const own = await db.service.create({ data: { name: "Only here" } });
  const file = JSON.parse(await exported());
  const actionCodes = [{ ...file.actionCodes[0], archived: !file.actionCodes[0].archived }];
  const text = JSON.stringify({ format: file.format, version: file.version, actionCodes });
  expect(await preview(text)).toMatchObject({
    counts: { added: 0, changed: 1, unchanged: 0, refused: 0 },
    entries: [{ section: "actionCodes", outcome: "changed", fields: ["archived"] }],
  });
  await apply(text);
  expect(await db.service.findUnique({ where: { id: own.id } })).toMatchObject({ archivedAt: null });
});

it("refuses what would change its meaning under records, and takes the rest", async () => {
  const statuses = [
    { ...status("Active"), standing: "INACTIVE" },
    { ...status("Alumni"), workflow: { ...status("Alumni").workflow, template: "Nowhere" } },
    status("Waiting"),
  ];
  const holidays = [{ center: "Atlantis", name: "Flood", firstDay: "2031-01-01", lastDay: "2031-01-02" }];
  const text = JSON.stringify({ format: "caseload-configuration", version: 1, statuses, holidays });
  const plan = await preview(text);
  expect(plan.entries.map(({ name, outcome, reason }) => [name, outcome, reason])).toEqual([
    ["Active", "refused", "standing_differs"],
    ["Alumni", "refused", "unknown_template"],
    ["Waiting", "added", null],
    ["Flood", "refused", "unknown_center"],
  ]);
  await apply(text);
  expect(await db.clientStatus.findUnique({ where: { name: "Active" } })).toMatchObject({ standing: "ACTIVE" });
  expect(await db.clientStatus.count({ where: { name: { in: ["Alumni", "Waiting"] } } })).toBe(1);
});

it("asks clients to sign another text, and again leaves what an older file does not speak of", async () => {
  const center = await make.center({ name: "Skokie Center", ownAgreement: true });
  const { id: centerId } = center;
  const en = { title: "Ours", body: "Be kind." };
  const es = { title: null, body: null };
  await publishVersion(administrator, { centerId, en, es, change: "material" });
  const file = JSON.parse(await exported());
  const [own] = file.agreements.filter((one: { center: string }) => one.center === center.name);
  expect(own.texts).toEqual([{ ...en, language: "en" }]);

  const agreements = [{ ...own, texts: [{ language: "en", title: "Ours", body: "Be very kind." }] }];
  await apply(JSON.stringify({ format: file.format, version: 2, agreements }));
  const versions = await db.agreementVersion.findMany({ where: { centerId }, orderBy: { number: "asc" } });
  expect(versions.map(({ body, asksAgain }) => [body, asksAgain])).toEqual([
    ["Be kind.", true],
    ["Be very kind.", true],
  ]);

  const [{ ownAgreement: _, ...older }] = file.centers.filter((one: { name: string }) => one.name === center.name);
  const text = JSON.stringify({ format: file.format, version: 1, centers: [{ ...older, city: "Skokie" }] });
  expect((await preview(text)).entries).toMatchObject([{ section: "centers", outcome: "changed", fields: ["city"] }]);
  await apply(text);
  const now = await db.center.findUniqueOrThrow({ where: { id: centerId } });
  expect(now).toMatchObject({ city: "Skokie", ownAgreement: true });
});

it("takes no logo that is not a picture, or not the one it says it is", async () => {
  const center = await make.center({ name: "Joliet Center" });
  const of = (bytes: Uint8Array, sha256: string) => {
    const logos = [{ center: center.name, name: "logo.png", sha256, bytes: Buffer.from(bytes).toString("base64") }];
    return JSON.stringify({ format: "caseload-configuration", version: CONFIGURATION_VERSION, logos });
  };
  const fingerprint = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  const script = Buffer.from("<script>alert(1)</script>");
  await expect(preview(of(script, fingerprint(script)))).rejects.toMatchObject({ code: "invalid_configuration" });
  await expect(preview(of(PNG, fingerprint(script)))).rejects.toMatchObject({ code: "invalid_configuration" });
  await apply(of(PNG, fingerprint(PNG)));
  expect(Buffer.from((await findLogo(center.id))?.bytes ?? [])).toEqual(PNG);
  const [entry] = await db.historyEntry.findMany({
    where: { kind: "configuration.imported" },
    orderBy: { at: "desc" },
  });
  expect(JSON.stringify(entry?.data)).not.toContain(PNG.toString("base64").slice(0, 20));
});

const status = (name: string) => ({
  name,
  standing: "ACTIVE",
  blocksSessions: false,
  blocksAssignments: false,
  workflow: { template: null },
  position: 50,
  archived: false,
});

it("refuses a newer version, another file, what it cannot read, and what was not looked at", async () => {
  const whole = JSON.parse(await exported());
  const newer = JSON.stringify({ ...whole, version: CONFIGURATION_VERSION + 1 });
  await expect(preview(newer)).rejects.toMatchObject({ code: "newer_version" });
  await expect(preview('{"name":"x"}')).rejects.toMatchObject({ code: "not_a_configuration" });
  await expect(preview("PK")).rejects.toMatchObject({ code: "not_a_configuration" });
  const wrong = JSON.stringify({ ...whole, services: [{ name: "" }] });
  await expect(preview(wrong)).rejects.toMatchObject({ code: "invalid_configuration" });
  const text = JSON.stringify({ ...whole, actionCodes: [{ name: "Unseen", position: 1, archived: false }] });
  const { fingerprint } = await preview(text);
  await db.actionCode.create({ data: { name: "Unseen", position: 5 } });
  await expect(importConfiguration(administrator, input(text, "apply", fingerprint))).rejects.toMatchObject({
    code: "changed_meanwhile",
  });
});

it("gives the file to nobody outside administrator mode", async () => {
  expect(await exportConfiguration(accountActor("administrator"))).toBeNull();
  expect(await exportConfiguration(accountActor("staff"))).toBeNull();
});
