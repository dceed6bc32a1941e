"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { convertProspect } from "./commands";
import { convertProspectInput, undoConversionInput } from "./schema";
import { undoConversion } from "./undoing/commands";

export const convertProspectAction = action({
  permission: "prospects.convert",
  input: convertProspectInput,
  run: async (actor, input) => {
    const clientId = await convertProspect(actor, input);
    redirect(paths.staff.client(clientId));
  },
});

export const undoConversionAction = action({
  permission: "operations.undo",
  input: undoConversionInput,
  run: async (actor, input) => {
    await undoConversion(actor, input);
    revalidatePath("/staff", "layout");
    redirect(paths.staff.prospect(input.prospectId));
  },
});
