import { z } from "zod";
import { typedCode, typedPassword } from "@/lib/features/accounts/schema";

export const beginInput = z.object({ password: typedPassword });
export const enrolInput = z.object({ code: typedCode });

/** What the account page shows of the second factor. */
export type SecondFactorState = {
  on: boolean;
  recoveryCodesLeft: number;
  /** A key that waits for its first code: as a QR picture and for typing. */
  enrolment: { key: string; qr: string } | null;
};
