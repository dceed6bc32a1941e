import "server-only";
import { textFor } from "@/lib/features/agreements/rules";
import type { AgreementText } from "@/lib/features/agreements/schema";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db, type Tx } from "@/lib/platform/db/db";
import { LOCALES } from "@/lib/values/locale";
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

/** The current version as a reader of this language sees it (English where it has no such text); null before the first. */
export async function findCurrentText(language: string, tx: Tx = db): Promise<AgreementText | null> {
  const texts = await tx.agreementVersion.findMany({
    orderBy: [{ number: "desc" }, { language: "asc" }],
    take: LOCALES.length,
    select: TEXT,
  });
  return textFor(
    texts.filter(({ number }) => number === texts[0]?.number),
    language,
  );
}

/** One text by its id, whether or not it is still the current one. */
export function findText(id: string, tx: Tx = db): Promise<AgreementText | null> {
  return tx.agreementVersion.findUnique({ where: { id }, select: TEXT });
}

/** All versions, the newest first, with how many signatures each has. Texts are public to all staff. */
export async function listVersions(actor: AccountActor): Promise<VersionRow[]> {
  if (!actor.can("agreements.view")) return [];
  const texts = await db.agreementVersion.findMany({
    orderBy: [{ number: "desc" }, { language: "asc" }],
    take: 200,
    select: { ...TEXT, _count: { select: { signatures: { where: { voidedAt: null } } } } },
  });
  const versions = new Map<number, VersionRow>();
  for (const { number, publishedAt, _count, ...text } of texts) {
    const version = versions.get(number) ?? { number, publishedAt, signatures: 0, texts: [] };
    version.signatures += _count.signatures;
    version.texts.push(text);
    versions.set(number, version);
  }
  return [...versions.values()];
}
