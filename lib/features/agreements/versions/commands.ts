import "server-only";
import { textFingerprint } from "@/lib/features/agreements/rules";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import type { PublishVersionInput } from "./schema";

type Wording = { language: string; title: string; body: string };

function wordingsOf({ en, es }: PublishVersionInput): Wording[] {
  const english = { language: "en", ...en };
  return es.title && es.body ? [english, { language: "es", title: es.title, body: es.body }] : [english];
}

type Place = { centerId: string | null };

/** The fingerprints of the newest text of a place, in order; none before its first. */
async function newestAt(tx: Tx, { centerId }: Place): Promise<string[]> {
  const newest = await tx.agreementVersion.aggregate({ where: { centerId }, _max: { number: true } });
  const where = { centerId, number: newest._max.number ?? 0 };
  const texts = await tx.agreementVersion.findMany({ where, select: { textSha256: true } });
  return texts.map(({ textSha256 }) => textSha256).sort();
}

/** From its first own text on, a center's clients sign that. */
async function signOwnTextAt(tx: Tx, actor: Actor, id: string): Promise<void> {
  const center = await tx.center.findUnique({ where: { id }, select: { name: true, ownAgreement: true } });
  if (!center) refuse("not_found", "refusals.notFound");
  if (center.ownAgreement) return;
  await tx.center.update({ where: { id }, data: { ownAgreement: true }, select: { id: true } });
  const data = { name: center.name, changes: { ownAgreement: { from: false, to: true } } };
  await record(tx, actor, { kind: "center.edited", subject: { kind: "center", id }, data });
}

type NewTexts = Place & { wordings: readonly Wording[]; asksAgain: boolean };

/**
 * Publishes a new version in all its languages at once, in the transaction of the caller. Earlier signatures keep the
 * text they were bound to; where only the wording changed they count on.
 * @param asksAgain of no weight for the first text of a place: nobody has signed one that it could be other words for.
 * @returns the new number.
 * @throws {RefusalError} unchanged
 */
export async function publishTexts(tx: Tx, actor: Actor, { centerId, wordings, asksAgain }: NewTexts): Promise<number> {
  // Two administrators may publish together: the second gets the next number, not an error.
  await execute(sql`SELECT pg_advisory_xact_lock(hashtext('agreement-versions'))`, tx);
  const newest = await tx.agreementVersion.aggregate({ _max: { number: true } });
  const number = (newest._max.number ?? 0) + 1;
  const texts = wordings.map((wording) => ({ ...wording, textSha256: textFingerprint(wording) }));
  const textSha256s = texts.map(({ textSha256 }) => textSha256);
  const before = await newestAt(tx, { centerId });
  if (before.join() === textSha256s.toSorted().join()) refuse("unchanged", "agreements.refusals.unchanged");
  const version = { number, publishedAt: now(), asksAgain: asksAgain || before.length === 0, centerId };
  await tx.agreementVersion.createMany({ data: texts.map((text) => ({ ...version, ...text, id: newId() })) });
  await record(tx, actor, {
    kind: "agreement.version-published",
    subject: { kind: "agreement", id: null },
    data: {
      ...{ number, title: texts[0]?.title ?? "", asksAgain: version.asksAgain, textSha256s },
      languages: texts.map(({ language }) => language),
    },
  });
  return number;
}

/**
 * Publishes what an administrator wrote; a center's clients sign it from its first text of its own on.
 * @returns the new number.
 * @throws {RefusalError} unchanged, not_found
 */
export async function publishVersion(actor: Actor, input: PublishVersionInput): Promise<number> {
  const { centerId, change } = input;
  return inTransaction(async (tx) => {
    if (centerId) await signOwnTextAt(tx, actor, centerId);
    return publishTexts(tx, actor, { centerId, wordings: wordingsOf(input), asksAgain: change === "material" });
  });
}
