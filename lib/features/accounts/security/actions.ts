"use server";
import { revalidatePath } from "next/cache";
import { accountInput } from "@/lib/features/accounts/team/schema";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { unlockAccount } from "./commands";

export const unlockAccountAction = action({
  permission: "accounts.manage",
  input: accountInput,
  done: "accounts.security.unlocked",
  run: async (actor, input) => {
    await unlockAccount(actor, input);
    revalidatePath(paths.staff.admin.accountSecurity);
  },
});
