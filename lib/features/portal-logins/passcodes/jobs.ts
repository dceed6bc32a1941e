import "server-only";
import { systemActor } from "@/lib/platform/access/actor";
import type { JobPayload } from "@/lib/platform/jobs/payloads";
import { answerPasscode } from "./answers/commands";

/** Looks up who asked for a passcode and mails it. */
export async function sendPasscodeJob(payload: JobPayload<"passcode.send">): Promise<void> {
  await answerPasscode(systemActor("Forgot Password"), payload);
}
