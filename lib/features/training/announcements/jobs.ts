import "server-only";
import { JOBS, type JobPayload } from "@/lib/platform/jobs/payloads";
import { announceRegistration } from "./commands";

/** "training.announce": one letter to one person about their place. */
export async function announceRegistrationJob(payload: JobPayload<"training.announce">): Promise<void> {
  await announceRegistration(JOBS["training.announce"].parse(payload));
}
