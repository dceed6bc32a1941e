import { z } from "zod";

/** The code as the question's form sends it. */
export const verifySearch = z.object({ code: z.string().trim().max(40).optional().catch(undefined) });

/** What anybody who holds a code may learn of the signature behind it. */
export type Verification =
  | { outcome: "unknown" | "too_many" }
  | {
      outcome: "found";
      code: string;
      clientName: string;
      signerName: string;
      method: "ELECTRONIC" | "PAPER" | "IMPORTED";
      signedAt: Date;
      signedOn: string;
      timeZone: string;
      version: { number: number; title: string } | null;
      voided: boolean;
      textSha256: string | null;
      pdfSha256: string | null;
      /** Whether our copy is byte for byte what was made at signing; "none" where there is no copy (yet). */
      copy: "intact" | "changed" | "none";
    };
