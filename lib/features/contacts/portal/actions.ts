"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action";
import { rememberLanguage } from "@/lib/platform/i18n/language";
import { chooseLanguage, editOwnDetails } from "./commands";
import { chooseLanguageInput, editOwnDetailsInput } from "./schema";

export const editOwnDetailsAction = action({
  permission: "portal.edit-own-details",
  input: editOwnDetailsInput,
  done: "portal.saved",
  run: async (actor, input) => {
    await editOwnDetails(actor, input);
    await rememberLanguage(input.language);
    revalidatePath("/", "layout");
  },
});

export const chooseLanguageAction = action({
  permission: "public.sign-in",
  input: chooseLanguageInput,
  run: async (actor, input) => {
    await chooseLanguage(actor, input);
    await rememberLanguage(input.language);
    revalidatePath("/", "layout");
  },
});
