"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { translatorFor } from "@/lib/platform/i18n/translate";
import { applySafeMerge, planSafeMerge } from "./commands";
import { safeMergeInput } from "./schema";

export const planSafeMergeAction = action({
  permission: "contacts.merge",
  input: z.object({}),
  run: async (actor) => {
    const t = await translatorFor(actor.language);
    redirect(paths.staff.admin.operation(await planSafeMerge(actor, { title: t("duplicates.safe.title") })));
  },
});

export const applySafeMergeAction = action({
  permission: "contacts.merge",
  input: safeMergeInput,
  run: async (actor, input) => {
    await applySafeMerge(actor, input);
    revalidatePath(paths.staff.admin.operation(input.operationId));
  },
});
