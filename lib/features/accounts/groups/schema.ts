import { z } from "zod";
import { type GrantedRights, REACHES, RECORD_KINDS, RIGHT_VERBS } from "@/lib/platform/access/rights";
import { id, optionalText, requiredText } from "@/lib/values/fields";

const cell = z.enum(REACHES, "invalid");
const verbs = z.record(z.enum(RIGHT_VERBS), cell);

export const groupFields = z.object({
  name: requiredText(80),
  description: optionalText(300),
  rights: z.record(z.enum(RECORD_KINDS), verbs),
});
export type GroupFields = z.output<typeof groupFields>;

export const editGroupInput = groupFields.extend({ groupId: id, version: z.coerce.number("number").int().positive() });
export type EditGroupInput = z.output<typeof editGroupInput>;

export const groupInput = z.object({ groupId: id });

export type GroupRow = {
  id: string;
  name: string;
  description: string;
  /** The role whose accounts it holds for while they belong to no other group. */
  defaultFor: "ADMINISTRATOR" | "STAFF" | "PRACTITIONER" | null;
  members: number;
};

export type GroupRecord = Omit<GroupRow, "members"> & {
  version: number;
  rights: GrantedRights;
  members: { id: string; name: string; active: boolean }[];
};
