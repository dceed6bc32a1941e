import { z } from "zod";
import { blankAsNull, id, localDate, requiredText } from "@/lib/values/fields";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, "invalid");

/** What the portal's form sends when somebody signs. */
export const signAgreementInput = z.object({
  clientId: id,
  versionId: id,
  /** The box at the end of the text holds the fingerprint of the text above it. */
  readText: z.string("agreements.refusals.readFirst").pipe(sha256),
  signerName: requiredText(200),
  /** PNG as a data URL; empty where nothing was drawn. */
  drawing: z.string().max(700_000, "too_long").default(""),
  consent: z.literal("on", "agreements.refusals.consentFirst"),
});
export type SignAgreementInput = z.output<typeof signAgreementInput>;

export const recordPaperInput = z.object({
  clientId: id,
  /** Which version the paper was; none when it is a text from before. */
  versionId: blankAsNull(id),
  contactId: blankAsNull(id),
  signerName: requiredText(200),
  signedOn: localDate,
  scan: z.instanceof(File).optional(),
});
export type RecordPaperInput = z.output<typeof recordPaperInput>;

/** A text as it is shown and signed. */
export type AgreementText = {
  id: string;
  number: number;
  language: string;
  title: string;
  body: string;
  textSha256: string;
  publishedAt: Date;
};

/** A signature that counts, as pages show it. */
export type SignatureRow = {
  id: string;
  method: "ELECTRONIC" | "PAPER" | "IMPORTED";
  signerName: string;
  signedAt: Date;
  signedOn: string;
  /** Number and title of the text; null where the text is not held here. */
  version: { number: number; title: string } | null;
  verificationCode: string;
  hasCopy: boolean;
  voided: boolean;
};

/** Where one client stands with the agreement. */
export type AgreementStanding = "unsigned" | "earlier" | "current";

/** What the portal shows a contact about one of their clients. */
export type PortalAgreement = {
  clientId: string;
  clientName: string;
  timeZone: string;
  maySign: boolean;
  /** Who can sign, for those who cannot. */
  signers: string[];
  standing: AgreementStanding;
  signature: SignatureRow | null;
  /** The text it signs now, as its reader reads it; null before there is any. */
  textId: string | null;
};

/** The address of the portal's page: who was just signed for, and whom to sign for next. */
export const signSearch = z.object({ signed: z.string().optional(), client: z.string().optional() });
