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

async function sameAsNewest(tx: Tx, number: number, fingerprints: readonly string[]): Promise<boolean> {
  const texts = await tx.agreementVersion.findMany({ where: { number }, select: { textSha256: true } });
  const present = texts.map(({ textSha256 }) => textSha256).sort();
  return present.join() === [...fingerprints].sort().join();
}

/**
 * Publishes a new version in all its languages at once. Earlier signatures keep the text they were bound to.
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
    if (await sameAsNewest(tx, last, textSha256s)) refuse("unchanged", "agreements.refusals.unchanged");
    const number = last + 1;
    const publishedAt = now();
    await tx.agreementVersion.createMany({
      data: wordings.map((wording) => ({ id: newId(), number, publishedAt, ...wording })),
    });
    await record(tx, actor, {
      kind: "agreement.version-published",
      subject: { kind: "agreement", id: null },
      data: { number, title: input.en.title, languages: wordings.map(({ language }) => language), textSha256s },
    });
    return number;
  });
}
