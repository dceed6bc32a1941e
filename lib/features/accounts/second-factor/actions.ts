"use server";
import { revalidatePath } from "next/cache";
import { checkOwnPassword } from "@/lib/features/accounts/commands";
import { paths } from "@/lib/paths";
import type { Actor } from "@/lib/platform/access/actor";
import { action } from "@/lib/platform/action";
import { refuse } from "@/lib/platform/refusal";
import { beginSecondFactor, enrolSecondFactor, removeSecondFactor, renewRecoveryCodes } from "./commands";
import { beginInput, enrolInput } from "./schema";

const ownId = (actor: Actor) =>
  actor.kind === "account" ? actor.accountId : refuse("not_permitted", "refusals.notPermitted");

export const beginSecondFactorAction = action({
  permission: "own-account.manage",
  input: beginInput,
  run: async (actor, { password }) => {
    await checkOwnPassword(actor, { password, field: "password" });
    await beginSecondFactor(actor);
    revalidatePath(paths.staff.account);
  },
});

export const enrolSecondFactorAction = action({
  permission: "own-account.manage",
  input: enrolInput,
  // The page is not made anew here: it has to show the codes first.
  run: (actor, input) => enrolSecondFactor(actor, input),
});

export const renewRecoveryCodesAction = action({
  permission: "own-account.manage",
  input: beginInput,
  run: async (actor, { password }) => {
    await checkOwnPassword(actor, { password, field: "password" });
    return renewRecoveryCodes(actor);
  },
});

export const removeSecondFactorAction = action({
  permission: "own-account.manage",
  input: beginInput,
  run: async (actor, { password }) => {
    await checkOwnPassword(actor, { password, field: "password" });
    await removeSecondFactor(actor, ownId(actor));
    revalidatePath(paths.staff.account);
  },
});
