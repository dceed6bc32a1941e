import "server-only";
import { statusWorkflow } from "@/lib/features/clients/workflows/schema";
import { SETTINGS } from "@/lib/features/settings/schema";
import { letterBody } from "@/lib/features/templates/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { readRights } from "@/lib/platform/access/rights";
import { localDateOf } from "@/lib/platform/db/columns";
import { db, type Tx } from "@/lib/platform/db/db";
import { readStoredFile } from "@/lib/platform/files/store";
import { timeOfMinutes } from "@/lib/values/time";
import { configurationText } from "./rules";
import { type Configuration, type Entry, SECTIONS, type SectionKey } from "./schema";

const MOST = 5_000;

/** The columns of a list that say the same in every installation. */
const isArchived = <Row extends { archivedAt: Date | null }>({ archivedAt, ...row }: Row) => ({
  ...row,
  archived: archivedAt !== null,
});

const CENTER_NAME = { center: { select: { name: true } } } as const;

type Reading = { pictures: boolean };
type Reader<Key extends SectionKey> = (tx: Tx, reading: Reading) => Promise<unknown[] & { readonly __of?: Key }>;

/** Each section as it stands. Parsed by the section's schema afterwards, which also puts the fields in one order. */
const READERS: { [Key in SectionKey]: Reader<Key> } = {
  settings: async (tx) => {
    const found = new Map((await tx.setting.findMany({ take: MOST })).map(({ key, value }) => [key, value]));
    return Object.keys(SETTINGS).map((key) => ({ key, value: found.get(key) ?? {} }));
  },
  emailTemplates: async (tx) =>
    (await tx.emailTemplate.findMany({ orderBy: { createdAt: "asc" }, take: MOST })).map((row) => ({
      ...isArchived(row),
      body: letterBody.parse(row.body),
    })),
  customFields: async (tx) =>
    (
      await tx.customField.findMany({
        include: { choices: { orderBy: [{ position: "asc" }, { label: "asc" }] } },
        take: MOST,
      })
    ).map((row) => ({ ...isArchived(row), record: row.recordKind, choices: row.choices.map(isArchived) })),
  statuses: async (tx) => {
    const names = await templateNames(tx);
    return (await tx.clientStatus.findMany({ take: MOST })).map((row) => {
      const { templateId, ...workflow } = statusWorkflow.parse(row.workflow);
      return { ...isArchived(row), workflow: { ...workflow, template: (templateId && names.get(templateId)) ?? null } };
    });
  },
  actionCodes: async (tx) => (await tx.actionCode.findMany({ take: MOST })).map(isArchived),
  prospectStages: async (tx) => (await tx.prospectStage.findMany({ take: MOST })).map(isArchived),
  fundingSources: async (tx) => (await tx.fundingSource.findMany({ take: MOST })).map(isArchived),
  languages: async (tx) => (await tx.language.findMany({ take: MOST })).map(isArchived),
  services: async (tx) => (await tx.service.findMany({ take: MOST })).map(isArchived),
  rightsGroups: async (tx) =>
    (await tx.rightsGroup.findMany({ take: MOST })).map((row) => ({ ...row, rights: readRights(row.rights) })),
  centers: async (tx) =>
    (
      await tx.center.findMany({
        include: { hours: { orderBy: [{ weekday: "asc" }, { startMinute: "asc" }] } },
        take: MOST,
      })
    ).map((row) => ({
      ...isArchived(row),
      hours: row.hours.map(({ weekday, startMinute, endMinute }) => ({
        weekday,
        start: timeOfMinutes(startMinute),
        end: timeOfMinutes(endMinute),
      })),
    })),
  holidays: async (tx) =>
    (await tx.centerHoliday.findMany({ include: CENTER_NAME, take: MOST })).map((row) => ({
      center: row.center?.name ?? null,
      name: row.name,
      firstDay: localDateOf(row.firstDay),
      lastDay: localDateOf(row.lastDay),
    })),
  rooms: async (tx) =>
    (await tx.room.findMany({ include: CENTER_NAME, take: MOST })).map((row) => ({
      ...isArchived(row),
      center: row.center.name,
    })),
  logos: readLogos,
  agreements: readAgreements,
};

/** Pictures one after the other; without their bytes where their fingerprints say enough. */
async function readLogos(tx: Tx, { pictures }: Reading) {
  const centers = await tx.center.findMany({
    where: { logoFileId: { not: null } },
    select: { name: true, logo: { select: { id: true, name: true, sha256: true } } },
    take: MOST,
  });
  const read: { center: string; name: string; sha256: string; bytes: string }[] = [];
  for (const { name: center, logo } of centers) {
    if (!logo) continue;
    const { id, ...facts } = logo;
    const file = pictures ? await readStoredFile(tx, id) : null;
    read.push({ center, ...facts, bytes: Buffer.from(file?.bytes ?? []).toString("base64") });
  }
  return read;
}

/** The texts in force: of the organization and of each center the newest number, in its languages. */
async function readAgreements(tx: Tx) {
  const newest = await tx.agreementVersion.groupBy({ by: ["centerId"], _max: { number: true } });
  const numbers = newest.flatMap(({ _max }) => _max.number ?? []);
  const texts = await tx.agreementVersion.findMany({
    where: { number: { in: numbers } },
    orderBy: { language: "asc" },
    include: CENTER_NAME,
    take: MOST,
  });
  return numbers.map((number) => {
    const of = texts.filter((text) => text.number === number);
    return { center: of[0]?.center?.name ?? null, texts: of };
  });
}

async function templateNames(tx: Tx): Promise<Map<string, string>> {
  const found = await tx.emailTemplate.findMany({
    where: { systemKey: null },
    select: { id: true, name: true },
    take: MOST,
  });
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** The whole configuration as it stands, without an id in it. */
export async function readConfiguration(tx: Tx, reading: Reading): Promise<Configuration> {
  const read = async (section: SectionKey): Promise<[SectionKey, Entry[]]> => {
    const found = await READERS[section](tx, reading);
    return [section, found.map((entry) => SECTIONS[section].parse(entry) as Entry)];
  };
  const sections: [SectionKey, Entry[]][] = [];
  for (const section of Object.keys(READERS) as SectionKey[]) sections.push(await read(section));
  return Object.fromEntries(sections) as Configuration;
}

/** The configuration as a file; nothing for whom may not change it. */
export async function exportConfiguration(actor: Actor): Promise<string | null> {
  return actor.can("settings.edit") ? configurationText(await readConfiguration(db, { pictures: true })) : null;
}
