import "server-only";
import { textFor } from "@/lib/features/agreements/rules";
import type { AgreementText } from "@/lib/features/agreements/schema";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { LOCALES } from "@/lib/values/locale";
import { sql } from "@/lib/values/sql";
import type { VersionRow } from "./schema";

const TEXT = {
  id: true,
  number: true,
  language: true,
  title: true,
  body: true,
  textSha256: true,
  publishedAt: true,
} as const;
const LISTED = { ...TEXT, asksAgain: true } as const;

/**
 * The version that clients of this center sign now, as a reader of this language sees it (English where it has no such
 * text); null before the first.
 */
export async function findCurrentText(
  { language, centerId }: { language: string; centerId: string },
  tx: Tx = db,
): Promise<AgreementText | null> {
  const [current] = await rows<{ number: number | null }>(
    sql`select current_agreement_number(${centerId}::uuid) as number`,
    tx,
  );
  if (!current?.number) return null;
  const texts = await tx.agreementVersion.findMany({
    where: { number: current.number },
    take: LOCALES.length,
    select: TEXT,
  });
  return textFor(texts, language);
}

/** One text by its id, whether or not it is still the current one. */
export function findText(id: string, tx: Tx = db): Promise<AgreementText | null> {
  return tx.agreementVersion.findUnique({ where: { id }, select: TEXT });
}

/**
 * All versions, the newest first, with how many signatures each has. Texts are public to all staff.
 * @param centerId only those of one center, or with null only the organization's.
 */
export async function listVersions(
  actor: AccountActor,
  { centerId }: { centerId?: string | null } = {},
): Promise<VersionRow[]> {
  if (!actor.can("agreements.view")) return [];
  const texts = await db.agreementVersion.findMany({
    where: centerId === undefined ? {} : { centerId },
    orderBy: [{ number: "desc" }, { language: "asc" }],
    take: 200,
    select: { ...LISTED, centerId: true, _count: { select: { signatures: { where: { voidedAt: null } } } } },
  });
  const versions = new Map<number, VersionRow>();
  for (const { number, centerId: center, publishedAt, asksAgain, _count, ...text } of texts) {
    const version = versions.get(number) ?? {
      ...{ number, centerId: center, publishedAt, asksAgain, signatures: 0, texts: [] },
    };
    version.signatures += _count.signatures;
    version.texts.push(text);
    versions.set(number, version);
  }
  return [...versions.values()];
}
