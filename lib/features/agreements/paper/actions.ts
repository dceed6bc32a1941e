"use server";
import { revalidatePath } from "next/cache";
import { recordPaperInput } from "@/lib/features/agreements/schema";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { recordPaperSignature } from "./commands";

export const recordPaperSignatureAction = action({
  permission: "agreements.record-paper",
  input: recordPaperInput,
  done: "agreements.staff.paperRecorded",
  run: async (actor, input) => {
    await recordPaperSignature(actor, input);
    revalidatePath(paths.staff.clientAgreement(input.clientId));
  },
});
