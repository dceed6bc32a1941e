"use server";
import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { RefusalError } from "@/lib/platform/refusal";
import { signAgreement } from "./commands";
import { signAgreementInput } from "./schema";

export const signAgreementAction = action({
  permission: "portal.sign-agreement",
  input: signAgreementInput,
  run: async (actor, input) => {
    const userAgent = (await headers()).get("user-agent");
    await signAgreement(actor, { ...input, userAgent }).catch(showNewText);
    redirect(`${paths.portal.signAgreement}?signed=${input.clientId}`);
  },
});

/** When the text changed or somebody else signed meanwhile, the page behind the answer shows how things stand now. */
function showNewText(error: unknown): never {
  if (error instanceof RefusalError && (error.code === "text_changed" || error.code === "already_signed"))
    revalidatePath(paths.portal.signAgreement);
  throw error;
}
