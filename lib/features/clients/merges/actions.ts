"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { clientReferences } from "@/lib/merges";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { mergeClients } from "./commands";
import { mergeClientsInput } from "./schema";

export const mergeClientsAction = action({
  permission: "clients.merge",
  input: mergeClientsInput,
  run: async (actor, input) => {
    const operationId = await mergeClients(actor, { input, references: clientReferences });
    revalidatePath("/staff", "layout");
    redirect(paths.staff.admin.merge(operationId));
  },
});
