import "server-only";
import { JOBS, type JobPayload } from "@/lib/platform/jobs/payloads";
import { announceRegistration, type WriteLetter } from "./commands";

/** "training.announce": one letter to one person about their place. */
export function announceRegistrationJob(writeLetter: WriteLetter) {
  return (payload: JobPayload<"training.announce">): Promise<void> =>
    announceRegistration(JOBS["training.announce"].parse(payload), writeLetter);
}
