import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { findMailing, type MailingRecord } from "../queries";
import { countOutcomes, type Outcome } from "../recipients/queries";
import { controlsOf, type MailingControl } from "../rules";
import type { MailingStatus } from "../schema";

/** How far a mailing is, as pages ask for it again and again. */
export type MailingProgress = {
  status: MailingStatus;
  /** Seconds until a held mailing leaves; 0 when its time has come. */
  holdSeconds: number;
  counts: Record<Outcome, number>;
  controls: MailingControl[];
};

export async function progressOf(
  mailing: Pick<MailingRecord, "id" | "status" | "heldUntil">,
): Promise<MailingProgress> {
  const counts = await countOutcomes(mailing.id);
  const { status, heldUntil } = mailing;
  const holdSeconds =
    status === "HELD" && heldUntil ? Math.max(0, Math.ceil((heldUntil.getTime() - now().getTime()) / 1000)) : 0;
  return { status, holdSeconds, counts, controls: controlsOf({ status, ...counts }) };
}

/** Progress of one mailing, or null when there is none that this person may see. */
export async function findProgress(actor: Actor, mailingId: string): Promise<MailingProgress | null> {
  const mailing = actor.can("mailings.view") ? await findMailing(actor, mailingId) : null;
  return mailing && progressOf(mailing);
}
