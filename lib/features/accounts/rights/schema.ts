import { z } from "zod";
import { ACCOUNT_ROLES } from "@/lib/features/accounts/team/copy";
import { emailAddress, id } from "@/lib/values/fields";

const ids = z.array(id).max(200, "too_many").default([]);

export const changeRightsInput = z.object({
  accountId: id,
  email: emailAddress,
  role: z.enum(ACCOUNT_ROLES, "invalid"),
  groupIds: ids,
  centerIds: ids,
});
export type ChangeRightsInput = z.output<typeof changeRightsInput>;

/** What an account may do, and what could be chosen for it. */
export type AccountRights = {
  id: string;
  name: string;
  email: string;
  role: (typeof ACCOUNT_ROLES)[number];
  own: boolean;
  groupIds: string[];
  centerIds: string[];
  choices: { groups: { id: string; name: string }[]; centers: { id: string; name: string }[] };
};

/** A person's own rights, with the words of where they come from. */
export type OwnRights = { groups: string[]; centers: string[] };
