import "server-only";
import type { JobPayload } from "@/lib/platform/jobs/payloads";
import { finishAgreement } from "./commands";

/** "agreement.finish": the signed copy and its mail; runs again without harm. */
export async function finishAgreementJob({ signatureId }: JobPayload<"agreement.finish">): Promise<void> {
  await finishAgreement(signatureId);
}
