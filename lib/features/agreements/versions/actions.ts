"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { publishVersion } from "./commands";
import { publishVersionInput } from "./schema";

export const publishVersionAction = action({
  permission: "agreements.publish",
  input: publishVersionInput,
  done: "agreements.admin.published",
  run: async (actor, input) => {
    await publishVersion(actor, input);
    revalidatePath(paths.staff.admin.agreement);
  },
});
