import { z } from "zod";
import { fieldsOf, RESOURCE_NAMES } from "@/lib/features/api/resources/schema";
import { id, requiredText } from "@/lib/values/fields";

/** Which fields of which resource a key reads. */
export const grants = z.partialRecord(z.enum(RESOURCE_NAMES), z.array(z.string().max(60)).max(60));
export type Grants = z.output<typeof grants>;

/** How long a key may live, in days: it is renewed by making another one. */
export const LIFETIMES = ["30", "90", "365"] as const;

export const makeKeyInput = z
  .object({
    name: requiredText(80),
    lifetime: z.enum(LIFETIMES).transform(Number),
    grants: grants.prefault({}),
  })
  .superRefine((input, context) => {
    const given = Object.entries(input.grants) as [keyof Grants, string[]][];
    const isWrong = given.some(([resource, fields]) => fields.some((field) => !fieldsOf(resource).includes(field)));
    if (given.length === 0) context.addIssue({ code: "custom", path: ["name"], message: "api.refusals.nothingToRead" });
    if (isWrong) context.addIssue({ code: "custom", path: ["name"], message: "invalid" });
  });
export type MakeKeyInput = z.output<typeof makeKeyInput>;

export const keyInput = z.object({ keyId: id });

/** A key as the administration lists it; nobody sees the key itself again. */
export type KeyRow = {
  id: string;
  name: string;
  hint: string;
  scopes: string[];
  madeBy: string;
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  state: "active" | "expired" | "revoked" | "ownerGone";
};
