import "server-only";
import type { JobPayload } from "@/lib/platform/jobs/payloads";
import { mailCopy, makeCopy, type WriteLetter } from "./commands";

/** "agreement.finish": the signed copy, then its mail; runs again without harm. */
export function finishAgreementJob(writeLetter: WriteLetter) {
  return async ({ signatureId }: JobPayload<"agreement.finish">): Promise<void> => {
    await makeCopy(signatureId);
    await mailCopy(signatureId, writeLetter);
  };
}
