"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { allowPortalLogin, giveTemporaryPassword, removePortalLogin, sendPortalWelcome, setUsername } from "./commands";
import { contactInput, temporaryPasswordInput, usernameInput } from "./schema";

export const setUsernameAction = action({
  permission: "portal-logins.manage",
  input: usernameInput,
  done: "portal-logins.done.username",
  run: async (actor, input) => {
    await setUsername(actor, input);
    revalidatePath(paths.staff.contact(input.contactId));
  },
});

export const giveTemporaryPasswordAction = action({
  permission: "portal-logins.manage",
  input: temporaryPasswordInput,
  // The page is not made anew here: it has to show the password first.
  run: giveTemporaryPassword,
});

export const sendPortalWelcomeAction = action({
  permission: "portal-logins.manage",
  input: contactInput,
  done: "portal-logins.done.welcome",
  run: async (actor, input) => {
    await sendPortalWelcome(actor, input);
    revalidatePath(paths.staff.contact(input.contactId));
  },
});

export const removePortalLoginAction = action({
  permission: "portal-logins.manage",
  input: contactInput,
  done: "portal-logins.done.removed",
  run: async (actor, input) => {
    await removePortalLogin(actor, input);
    revalidatePath(paths.staff.contact(input.contactId));
  },
});

export const allowPortalLoginAction = action({
  permission: "portal-logins.manage",
  input: contactInput,
  done: "portal-logins.done.allowed",
  run: async (actor, input) => {
    await allowPortalLogin(actor, input);
    revalidatePath(paths.staff.contact(input.contactId));
  },
});
