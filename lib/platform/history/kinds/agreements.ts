import { z } from "zod";
import { historyKind } from "@/lib/platform/history/kind";

const signed = z.object({
  clientName: z.string(),
  signerName: z.string(),
  /** "Client agreement, version 2"; empty for a text we do not hold. */
  agreement: z.string(),
  signatureId: z.string(),
});

export const agreementsHistory = {
  "agreement.signed": historyKind(signed.extend({ textSha256: z.string() }), { stream: true }),
  "agreement.paper-recorded": historyKind(signed.extend({ signedOn: z.string(), scanned: z.boolean() }), {
    stream: true,
  }),
  "agreement.version-published": historyKind(
    z.object({
      number: z.number(),
      title: z.string(),
      /** Of versions from before there was a choice nothing is said: they asked everybody. */
      asksAgain: z.boolean().default(true),
      languages: z.array(z.string()),
      textSha256s: z.array(z.string()),
    }),
    { stream: false },
  ),
  "agreement.copy-read": historyKind(z.object({ signatureId: z.string(), clientName: z.string() }), { stream: false }),
};
