"use server";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { inquire } from "./commands";
import { inquireInput } from "./schema";

export const inquireAction = action({
  permission: "public.inquire",
  input: inquireInput,
  run: async (actor, input) => {
    const key = await inquire(actor, input);
    redirect(`${paths.portal.inquire(encodeURIComponent(input.center))}?sent=${key}`);
  },
});
