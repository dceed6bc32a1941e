import "server-only";
import { findCenterMail, logoAddress } from "@/lib/features/centers/queries";
import { letterBrand } from "@/lib/features/centers/rules";
import type { CenterMail } from "@/lib/features/centers/schema";
import { findSettingIn } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/platform/access/actor";
import { db, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { env } from "@/lib/platform/env";
import { lettersFor } from "@/lib/platform/i18n/catalogue";
import { refuse } from "@/lib/platform/refusal";
import { isId } from "@/lib/values/id";
import { LOCALES, type Locale, localeOf } from "@/lib/values/locale";
import { fullName } from "@/lib/values/person-name";
import { displayPhone } from "@/lib/values/phone";
import { sql } from "@/lib/values/sql";
import { type LetterValues, RECORD_TYPES, type RecordType, SYSTEM_KEYS, type SystemKey } from "./copy";
import { type RenderedLetter, renderLetter } from "./emails";
import { textBody } from "./rules";
import { type Letter, letterBody, recordType } from "./schema";

export type TemplateRow = { id: string; name: string; subject: string; language: string; archived: boolean };

export type TemplateRecord = Letter & {
  id: string;
  name: string;
  recordType: RecordType;
  language: Locale;
  version: number;
  archivedAt: Date | null;
};

const language = (text: string): Locale => localeOf(text);

/** Templates made by administrators, by what they are written for (S2-28); archived ones stand last. */
export async function listTemplates(actor: Actor): Promise<Record<RecordType, TemplateRow[]>> {
  const lists: Record<RecordType, TemplateRow[]> = { client: [], contact: [], event: [] };
  if (!actor.can("templates.use")) return lists;
  const found = await db.emailTemplate.findMany({
    where: { systemKey: null, recordType: { in: [...RECORD_TYPES] } },
    select: { id: true, name: true, subject: true, language: true, recordType: true, archivedAt: true },
    orderBy: [{ archivedAt: { sort: "asc", nulls: "first" } }, { name: "asc" }],
    take: 1000,
  });
  for (const { recordType: about, archivedAt, ...row } of found)
    lists[recordType.parse(about)].push({ ...row, archived: archivedAt !== null });
  return lists;
}

/** Templates that can be chosen for a new letter. */
export async function listTemplatesFor(actor: Actor, about: RecordType): Promise<Omit<TemplateRow, "archived">[]> {
  const lists = await listTemplates(actor);
  return lists[about].filter(({ archived }) => !archived).map(({ archived: _, ...row }) => row);
}

export async function findTemplate(actor: Actor, id: string, tx: Tx = db): Promise<TemplateRecord | null> {
  if (!actor.can("templates.use") || !isId(id)) return null;
  const row = await tx.emailTemplate.findFirst({ where: { id, systemKey: null } });
  if (!row) return null;
  return {
    id: row.id,
    name: row.name,
    recordType: recordType.parse(row.recordType),
    language: language(row.language),
    subject: row.subject,
    body: letterBody.parse(row.body),
    version: row.version,
    archivedAt: row.archivedAt,
  };
}

/** The words a system letter comes with. */
async function defaultLetter(key: SystemKey, locale: Locale): Promise<Letter> {
  const { subject, body } = (await lettersFor<SystemKey>(locale))[key];
  return { subject, body: textBody(body) };
}

/** A system letter as it is sent now: its own words where somebody wrote them, else the ones it comes with. */
export async function findSystemLetter(
  tx: Tx,
  key: SystemKey,
  { language: wanted }: { language: string },
): Promise<Letter & { language: Locale; changed: boolean }> {
  const locale = language(wanted);
  const row = await tx.emailTemplate.findUnique({
    where: { systemKey_language: { systemKey: key, language: locale } },
    select: { subject: true, body: true },
  });
  if (!row) return { ...(await defaultLetter(key, locale)), language: locale, changed: false };
  return { subject: row.subject, body: letterBody.parse(row.body), language: locale, changed: true };
}

/** A system letter as its editor begins with it. */
export async function findLetterToEdit(actor: Actor, { key, language: wanted }: { key: SystemKey; language: Locale }) {
  if (!actor.can("templates.edit")) refuse("not_found", "refusals.notFound");
  return findSystemLetter(db, key, { language: wanted });
}

export type SystemLetterRow = { key: SystemKey; languages: { language: Locale; changed: boolean }[] };

/** All letters the app sends by itself, with the languages in which somebody changed their words. */
export async function listSystemLetters(actor: Actor): Promise<SystemLetterRow[]> {
  if (!actor.can("templates.edit")) return [];
  const found = await db.emailTemplate.findMany({
    where: { systemKey: { not: null } },
    select: { systemKey: true, language: true },
    take: 100,
  });
  const changed = new Set(found.map((row) => `${row.systemKey} ${row.language}`));
  return SYSTEM_KEYS.map((key) => ({
    key,
    languages: LOCALES.map((locale) => ({ language: locale, changed: changed.has(`${key} ${locale}`) })),
  }));
}

/** What every letter can say of the organization; addresses come from the configuration, never from a request (AU-07). */
export async function findCommonValues(tx: Tx): Promise<LetterValues> {
  const { name } = await findSettingIn(tx, "organization");
  return { ORGANIZATION_NAME: name, ECENTER_URL: new URL(paths.portal.home, env().APP_ORIGIN).href };
}

type LetterToWrite = { key: SystemKey; language: string; values: LetterValues; centerId?: string | null };

/**
 * A letter that the app sends by itself, ready for `queueMail`. One about a client of `centerId` wears that center's
 * face, and answers go where the center says.
 */
export async function systemLetter(
  tx: Tx,
  { key, language: wanted, values, centerId }: LetterToWrite,
): Promise<RenderedLetter & { replyTo: string | null }> {
  const [letter, common] = [await findSystemLetter(tx, key, { language: wanted }), await findCommonValues(tx)];
  const { brand, replyTo } = await findCenterMail(tx, centerId);
  const { subject, html, text } = await renderLetter({ ...letter, brand, values: { ...common, ...values } });
  return { subject, html, text, replyTo };
}

export type Recipient = { clientId: string; contactId: string | null };
export type RecipientValues = {
  values: LetterValues;
  practitioner: "active" | "inactive" | "none";
  /** What the letter wears and where answers go, by the client's center. */
  mail: CenterMail;
};
export type AdministrativeContact = { name: string; email: string; phone: string | null };

type Found = {
  place: number;
  clientName: string;
  clientNumber: string;
  center: {
    name: string;
    lines: (string | null)[];
    place: string | null;
    phone: string | null;
    email: string | null;
    website: string | null;
    country: string;
    id: string;
    colour: string | null;
    hasLogo: boolean;
    replyTo: string | null;
  };
  practitioner: { first: string; last: string; email: string | null; phone: string | null; active: boolean } | null;
  contact: { first: string; last: string } | null;
};

/** What letters can say of clients and their contacts: one query for all of them, answers in the order asked. */
export async function findLetterValues(
  tx: Tx,
  recipients: readonly Recipient[],
  { administrativeContact }: { administrativeContact?: AdministrativeContact | null } = {},
): Promise<RecipientValues[]> {
  const common = { ...(await findCommonValues(tx)), ...administrativeValues(administrativeContact ?? null) };
  const found = await rows<Found>(
    sql`
      select asked.place::int, c.name as "clientName", c.number as "clientNumber",
        jsonb_build_object('name', z.name, 'lines', jsonb_build_array(z.address_line1, z.address_line2),
          'place', nullif(concat_ws(', ', z.city, nullif(concat_ws(' ', z.state, z.postal_code), '')), ''),
          'phone', z.phone, 'email', z.email, 'website', z.website, 'country', z.country,
          'id', z.id, 'colour', z.colour, 'hasLogo', z.logo_file_id is not null, 'replyTo', z.reply_to) as center,
        case when p.id is not null then jsonb_build_object('first', p.first_name, 'last', p.last_name, 'email', p.email,
          'phone', p.phone, 'active', p.status = 'ACTIVE') end as practitioner,
        case when k.id is not null then jsonb_build_object('first', k.first_name, 'last', k.last_name) end as contact
      from unnest(${recipients.map(({ clientId }) => clientId)}::uuid[],
        ${recipients.map(({ contactId }) => contactId)}::uuid[]) with ordinality as asked (client, contact, place)
      join clients c on c.id = asked.client
      join centers z on z.id = c.center_id
      left join practitioners p on p.id = c.practitioner_id
      left join contacts k on k.id = asked.contact`,
    tx,
  );
  const byPlace = new Map(found.map((row) => [row.place, row]));
  return recipients.map((_, index) => {
    const row = byPlace.get(index + 1);
    if (!row) return { values: common, practitioner: "none", mail: { brand: null, replyTo: null } };
    const practitioner = row.practitioner ? (row.practitioner.active ? "active" : "inactive") : "none";
    const { id, replyTo } = row.center;
    const mail = { brand: letterBrand(row.center, logoAddress(id)), replyTo };
    return { values: { ...common, ...valuesOf(row) }, practitioner, mail };
  });
}

function administrativeValues(contact: AdministrativeContact | null): LetterValues {
  if (!contact) return {};
  const phone = contact.phone ? displayPhone(contact.phone) : "";
  return { ADMIN_CONTACT_NAME: contact.name, ADMIN_CONTACT_EMAIL: contact.email, ADMIN_CONTACT_PHONE: phone };
}

function valuesOf({ clientName, clientNumber, center, practitioner, contact }: Found): LetterValues {
  // Somebody who has left must not be named as the person to turn to (S2-24).
  const served = practitioner?.active ? practitioner : null;
  const phone = (stored: string | null | undefined) => (stored ? displayPhone(stored, center.country) : "");
  return {
    CLIENT_NAME: clientName,
    CLIENT_NUMBER: clientNumber,
    CENTER_NAME: center.name,
    CENTER_ADDRESS: [...center.lines, center.place].filter(Boolean).join("\n"),
    CENTER_PHONE: phone(center.phone),
    CENTER_EMAIL: center.email ?? "",
    CENTER_WEBSITE: center.website ?? "",
    PRACTITIONER_NAME: served ? fullName({ firstName: served.first, lastName: served.last }) : "",
    PRACTITIONER_FIRST_NAME: served?.first ?? "",
    PRACTITIONER_EMAIL: served?.email ?? "",
    PRACTITIONER_PHONE: phone(served?.phone),
    CONTACT_NAME: contact ? fullName({ firstName: contact.first, lastName: contact.last }) : "",
    CONTACT_FIRST_NAME: contact?.first ?? "",
    CONTACT_LAST_NAME: contact?.last ?? "",
  };
}
