"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { makeKey, revokeKey } from "./commands";
import { keyInput, makeKeyInput } from "./schema";

export const makeApiKeyAction = action({ permission: "api.make-key", input: makeKeyInput, run: makeKey });

export const revokeApiKeyAction = action({
  permission: "api.manage",
  input: keyInput,
  done: "api.revoked",
  run: async (actor, input) => {
    await revokeKey(actor, input);
    revalidatePath(paths.staff.admin.api);
  },
});
