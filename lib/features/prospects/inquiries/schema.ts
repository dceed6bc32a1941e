import { z } from "zod";
import { blankAsNull, emailAddress, optionalText, requiredLongText, requiredText } from "@/lib/values/fields";

/** What the public page sends. `website` is a field that people do not see; who fills it in is a program. */
export const inquireInput = z
  .object({
    center: requiredText(120),
    token: z.string().max(300),
    website: optionalText(500),
    name: requiredText(120),
    organization: optionalText(200),
    email: blankAsNull(emailAddress),
    phone: optionalText(60),
    message: requiredLongText(4_000),
  })
  .refine(({ email, phone }) => email !== null || phone !== null, {
    path: ["email"],
    message: "inquiry.refusals.reach",
  });
export type InquireInput = z.output<typeof inquireInput>;

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);

export const inquirySearch = z.object({
  sent: z.preprocess(single, z.string().max(100).optional().catch(undefined)),
});

/** The center that somebody writes to. */
export type InquiryCenter = {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
  slug: string;
  timeZone: string;
};

/** What was saved of an inquiry and where mail about it goes; the address only as its owner recognises it. */
export type SentInquiry = { name: string; maskedEmail: string | null; savedAt: Date };
