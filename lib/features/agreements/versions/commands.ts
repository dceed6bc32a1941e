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

/**
 * Publishes a new version in all its languages at once. Earlier signatures keep the text they were bound to; where only
 * the wording changed they count on.
 * @returns the new number.
 * @throws {RefusalError} unchanged
 */
export async function publishVersion(actor: Actor, input: PublishVersionInput): Promise<number> {
  const wordings = wordingsOf(input).map((wording) => ({ ...wording, textSha256: textFingerprint(wording) }));
  return inTransaction(async (tx) => {
    // Two administrators may publish together: the second gets the next number, not an error.
    await execute(sql`SELECT pg_advisory_xact_lock(hashtext('agreement-versions'))`, tx);
    const newest = await tx.agreementVersion.aggregate({ _max: { number: true } });
    const last = newest._max.number ?? 0;
    const textSha256s = wordings.map(({ textSha256 }) => textSha256);
    if (input.centerId) await signOwnTextAt(tx, actor, input.centerId);
    const before = await newestAt(tx, input);
    if (before.join() === textSha256s.toSorted().join()) refuse("unchanged", "agreements.refusals.unchanged");
    // Nobody has signed a text that a first one could be other words for.
    const asksAgain = input.change === "material" || before.length === 0;
    const number = last + 1;
    const publishedAt = now();
    await tx.agreementVersion.createMany({
      data: wordings.map((wording) => ({
        ...{ id: newId(), number, publishedAt, asksAgain, centerId: input.centerId },
        ...wording,
      })),
    });
    await record(tx, actor, {
      kind: "agreement.version-published",
      subject: { kind: "agreement", id: null },
      data: {
        ...{ number, title: input.en.title, asksAgain, textSha256s },
        languages: wordings.map(({ language }) => language),
      },
    });
    return number;
  });
}
