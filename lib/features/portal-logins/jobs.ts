import "server-only";
import { systemActor } from "@/lib/platform/access/actor";
import type { JobPayload } from "@/lib/platform/jobs/payloads";
import { RefusalError } from "@/lib/platform/refusal";
import { sendPortalWelcome } from "./commands";

/** Invites somebody again who was kept out by a shared address; whoever may not enter for another reason is not invited. */
export async function inviteAgain(payload: JobPayload<"portal-login.invite">): Promise<void> {
  try {
    await sendPortalWelcome(systemActor("Blocked sign-in"), payload);
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
  }
}
