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

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The address of the list. */
export const accountSearch = z.object({
  role: z.preprocess(single, z.enum(ACCOUNT_ROLES).optional().catch(undefined)),
  center: z.preprocess(single, id.optional().catch(undefined)),
  state: z.preprocess(single, z.enum(["active", "inactive"]).optional().catch(undefined)),
});
export type AccountSearch = Partial<z.output<typeof accountSearch>>;

export type AccountRow = {
  id: string;
  name: string;
  email: string;
  role: AccountRoleName;
  active: boolean;
  secondFactor: boolean;
  hasPassword: boolean;
  lastSignInAt: Date | null;
  createdAt: Date;
};

export type AccountDetail = AccountRow & {
  practitioner: { id: string; name: string; active: boolean } | null;
  groups: string[];
  centers: string[];
  /** The one who looks; nobody can shut themselves out. */
  own: boolean;
};
