"use server";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { changeRights } from "./commands";
import { changeRightsInput } from "./schema";

export const changeRightsAction = action({
  permission: "accounts.change-rights",
  input: changeRightsInput,
  run: async (actor, input) => {
    await changeRights(actor, input);
    redirect(paths.staff.admin.account(input.accountId));
  },
});
