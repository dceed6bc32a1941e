"use server";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { letGo } from "./commands";
import { letGoInput } from "./schema";

export const letGoAction = action({
  permission: "accounts.let-go",
  input: letGoInput,
  run: async (actor, input) => {
    redirect(paths.staff.admin.operation(await letGo(actor, input)));
  },
});
