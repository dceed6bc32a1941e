"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { removeSecondFactor } from "@/lib/features/accounts/second-factor/commands";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { createAccount, endSignInsOf, inactivateAccount, reactivateAccount, sendAccountWelcome } from "./commands";
import { accountInput, createAccountInput } from "./schema";

export const createAccountAction = action({
  permission: "accounts.manage",
  input: createAccountInput,
  run: async (actor, input) => {
    const accountId = await createAccount(actor, input);
    redirect(paths.staff.admin.account(accountId));
  },
});

export const sendAccountWelcomeAction = action({
  permission: "accounts.manage",
  input: accountInput,
  done: "accounts.welcomeSent",
  run: sendAccountWelcome,
});

export const inactivateAccountAction = action({
  permission: "accounts.manage",
  input: accountInput,
  done: "accounts.inactivated",
  run: async (actor, input) => {
    await inactivateAccount(actor, input);
    revalidatePath(paths.staff.admin.accounts, "layout");
  },
});

export const endSignInsOfAction = action({
  permission: "accounts.manage",
  input: accountInput,
  done: "accounts.signedOut",
  run: async (actor, input) => {
    await endSignInsOf(actor, input);
    revalidatePath(paths.staff.admin.accounts, "layout");
  },
});

export const reactivateAccountAction = action({
  permission: "accounts.manage",
  input: accountInput,
  done: "accounts.reactivated",
  run: async (actor, input) => {
    await reactivateAccount(actor, input);
    revalidatePath(paths.staff.admin.accounts, "layout");
  },
});

export const resetSecondFactorAction = action({
  permission: "accounts.manage",
  input: accountInput,
  done: "accounts.secondFactorReset",
  run: async (actor, input) => {
    await removeSecondFactor(actor, input.accountId, { everywhere: true });
    revalidatePath(paths.staff.admin.accounts, "layout");
  },
});
