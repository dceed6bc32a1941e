import { z } from "zod";
import { blankAsNull, emailAddress, id, requiredText } from "@/lib/values/fields";
import { ACCOUNT_ROLES } from "./copy";

export type AccountRoleName = (typeof ACCOUNT_ROLES)[number];

export const createAccountInput = z.object({
  firstName: requiredText(80),
  lastName: requiredText(80),
  email: emailAddress,
  role: z.enum(ACCOUNT_ROLES, "invalid"),
  practitionerId: blankAsNull(id),
  welcome: z.literal("on").optional(),
});
export type CreateAccountInput = z.output<typeof createAccountInput>;

export const accountInput = z.object({ accountId: id });

export type AccountRow = {
  id: string;
  name: string;
  email: string;
  role: AccountRoleName;
  active: boolean;
  secondFactor: boolean;
  hasPassword: boolean;
  lastSignInAt: Date | null;
};

export type AccountDetail = AccountRow & {
  createdAt: Date;
  practitioner: { id: string; name: string } | null;
  /** The one who looks; nobody can shut themselves out. */
  own: boolean;
};
