import "server-only";
import { publishTexts } from "@/lib/features/agreements/versions/commands";
import { keepLogo } from "@/lib/features/centers/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { dateColumn } from "@/lib/platform/db/columns";
import type { Prisma, Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { minutesOfDay } from "@/lib/values/time";
import type { Entry, SectionKey } from "../schema";

/** Archived stays archived since when it was. */
const archivedAt = (archived: boolean, before: { archivedAt: Date | null } | null) =>
  archived ? (before?.archivedAt ?? now()) : null;

const id = { id: true } as const;

/** Writes one entry over what has its key, or anew. What is not in the file is never touched. */
export const WRITERS: { [Key in SectionKey]: (tx: Tx, entry: Entry<Key>, actor: Actor) => Promise<void> } = {
  settings: async (tx, { key, value }) => {
    const json = value as Prisma.InputJsonObject;
    await tx.setting.upsert({ where: { key }, create: { key, value: json }, update: { value: json } });
  },
  emailTemplates: async (tx, { archived, ...fields }) => {
    const { systemKey, recordType, language, name } = fields;
    const where = systemKey ? { systemKey, language } : { systemKey: null, recordType, language, name };
    const before = await tx.emailTemplate.findFirst({ where, orderBy: { createdAt: "asc" } });
    const data = { ...fields, archivedAt: archivedAt(archived, before) };
    if (before)
      await tx.emailTemplate.update({
        where: { id: before.id },
        data: { ...data, version: before.version + 1 },
        select: id,
      });
    else await tx.emailTemplate.create({ data, select: id });
  },
  customFields: async (tx, { record: recordKind, archived, choices, ...fields }) => {
    const before = await tx.customField.findFirst({
      where: { recordKind, label: fields.label },
      orderBy: { id: "asc" },
    });
    const data = { ...fields, recordKind, archivedAt: archivedAt(archived, before) };
    const fieldId = before?.id ?? newId();
    if (before)
      await tx.customField.update({
        where: { id: fieldId },
        data: { ...data, version: before.version + 1 },
        select: id,
      });
    else await tx.customField.create({ data: { ...data, id: fieldId }, select: id });
    await writeChoices(tx, fieldId, choices);
  },
  statuses: async (tx, { archived, workflow: { template, ...workflow }, ...fields }) => {
    const before = await tx.clientStatus.findUnique({ where: { name: fields.name } });
    const found = template
      ? await tx.emailTemplate.findFirst({ where: { systemKey: null, recordType: "client", name: template } })
      : null;
    const data = {
      ...fields,
      workflow: { ...workflow, templateId: found?.id ?? null },
      archivedAt: archivedAt(archived, before),
    };
    await tx.clientStatus.upsert({ where: { name: fields.name }, create: data, update: data, select: id });
  },
  actionCodes: async (tx, { archived, ...fields }) => {
    const before = await tx.actionCode.findUnique({ where: { name: fields.name } });
    const data = { ...fields, archivedAt: archivedAt(archived, before) };
    await tx.actionCode.upsert({ where: { name: fields.name }, create: data, update: data, select: id });
  },
  prospectStages: async (tx, { archived, ...fields }) => {
    const before = await tx.prospectStage.findUnique({ where: { name: fields.name } });
    const data = { ...fields, archivedAt: archivedAt(archived, before) };
    await tx.prospectStage.upsert({ where: { name: fields.name }, create: data, update: data, select: id });
  },
  fundingSources: async (tx, { archived, ...fields }) => {
    const where = { identifier: fields.identifier };
    const before = await tx.fundingSource.findUnique({ where });
    const data = { ...fields, archivedAt: archivedAt(archived, before) };
    await tx.fundingSource.upsert({ where, create: data, update: data, select: id });
  },
  languages: async (tx, { archived, ...fields }) => {
    const where = { identifier: fields.identifier };
    const before = await tx.language.findUnique({ where });
    const data = { ...fields, archivedAt: archivedAt(archived, before) };
    await tx.language.upsert({ where, create: data, update: data, select: id });
  },
  services: async (tx, { archived, ...fields }) => {
    const before = await tx.service.findUnique({ where: { name: fields.name } });
    const data = { ...fields, archivedAt: archivedAt(archived, before) };
    await tx.service.upsert({ where: { name: fields.name }, create: data, update: data, select: id });
  },
  rightsGroups: async (tx, { rights, ...fields }) => {
    const update = { ...fields, version: { increment: 1 } };
    const { name } = fields;
    const group = await tx.rightsGroup.upsert({ where: { name }, create: fields, update, select: id });
    const column = sql`${rights && JSON.stringify(rights)}::jsonb`;
    await execute(sql`update rights_groups set rights = ${column} where id = ${group.id}::uuid`, tx);
  },
  centers: async (tx, { archived, hours, ...fields }) => {
    const before = await tx.center.findUnique({ where: { name: fields.name } });
    const data = { ...fields, archivedAt: archivedAt(archived, before) };
    const update = { ...data, hoursVersion: { increment: 1 } };
    const create = { ...data, hoursVersion: hours.length > 0 ? 1 : 0 };
    const { id: centerId } = await tx.center.upsert({ where: { name: fields.name }, create, update, select: id });
    await tx.centerHours.deleteMany({ where: { centerId } });
    await tx.centerHours.createMany({
      data: hours.map(({ weekday, start, end }) => ({
        centerId,
        weekday,
        startMinute: minutesOfDay(start),
        endMinute: minutesOfDay(end),
      })),
    });
  },
  holidays: async (tx, { center, name, firstDay, lastDay }) => {
    const key = { centerId: center && (await centerNamed(tx, center)).id, name, firstDay: dateColumn(firstDay) };
    await tx.centerHoliday.deleteMany({ where: key });
    await tx.centerHoliday.create({ data: { ...key, lastDay: dateColumn(lastDay) }, select: id });
  },
  rooms: async (tx, { center, name, archived }) => {
    const where = { centerId_name: { centerId: (await centerNamed(tx, center)).id, name } };
    const before = await tx.room.findUnique({ where });
    const data = { ...where.centerId_name, archivedAt: archivedAt(archived, before) };
    await tx.room.upsert({ where, create: data, update: data, select: id });
  },
  logos: async (tx, { center, name, bytes }) => {
    const { id: centerId, logoFileId: before } = await centerNamed(tx, center);
    await keepLogo(tx, { centerId, before, logo: new File([Buffer.from(bytes, "base64")], name), removeLogo: false });
  },
  agreements: async (tx, { center, texts }, actor) => {
    const centerId = center && (await centerNamed(tx, center)).id;
    // A file cannot know what was signed here: other words are another agreement until an administrator says otherwise.
    await publishTexts(tx, actor, { centerId, wordings: texts, asksAgain: true });
  },
};

const centerNamed = (tx: Tx, name: string) =>
  tx.center.findUniqueOrThrow({ where: { name }, select: { id: true, logoFileId: true } });

/** Choices by their label; one that the file does not name keeps the values that have it and is offered no more. */
async function writeChoices(tx: Tx, fieldId: string, choices: Entry<"customFields">["choices"]): Promise<void> {
  const present = await tx.customFieldChoice.findMany({ where: { fieldId }, take: 1_000 });
  const byLabel = new Map(present.map((choice) => [choice.label.toLowerCase(), choice]));
  for (const { archived, ...fields } of choices) {
    const before = byLabel.get(fields.label.toLowerCase()) ?? null;
    byLabel.delete(fields.label.toLowerCase());
    const data = { ...fields, fieldId, archivedAt: archivedAt(archived, before) };
    if (before) await tx.customFieldChoice.update({ where: { id: before.id }, data, select: id });
    else await tx.customFieldChoice.create({ data, select: id });
  }
  const gone = [...byLabel.values()].filter((choice) => choice.archivedAt === null).map((choice) => choice.id);
  await tx.customFieldChoice.updateMany({ where: { id: { in: gone } }, data: { archivedAt: now() } });
}
