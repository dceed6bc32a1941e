"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { changeSetting } from "./commands";
import {
  bookingInput,
  clientFieldsInput,
  editionInput,
  mailInput,
  organizationInput,
  portalFieldsInput,
  portalInput,
  retentionInput,
  securityInput,
  sessionMailsInput,
  terminologyInput,
} from "./schema";

export const changeOrganizationAction = action({
  permission: "settings.edit",
  input: organizationInput,
  done: "settings.saved",
  run: async (actor, input) => {
    await changeSetting(actor, "organization", input);
    revalidatePath("/", "layout");
  },
});

export const changeClientFieldsAction = action({
  permission: "settings.edit",
  input: clientFieldsInput,
  done: "settings.saved",
  run: async (actor, input) => {
    await changeSetting(actor, "clientFields", input);
    revalidatePath("/staff", "layout");
  },
});

export const changePortalSettingAction = action({
  permission: "settings.edit",
  input: portalInput,
  done: "settings.saved",
  run: async (actor, input) => {
    await changeSetting(actor, "portal", input);
    revalidatePath("/", "layout");
  },
});

export const changeEditionAction = action({
  permission: "settings.edit",
  input: editionInput,
  done: "settings.saved",
  run: async (actor, input) => {
    await changeSetting(actor, "edition", input);
    revalidatePath(paths.staff.admin.api, "layout");
  },
});

export const changePortalFieldsAction = action({
  permission: "settings.edit",
  input: portalFieldsInput,
  done: "settings.saved",
  run: async (actor, input) => {
    await changeSetting(actor, "portalFields", input);
    revalidatePath("/", "layout");
  },
});

export const changeMailSettingAction = action({
  permission: "settings.edit",
  input: mailInput,
  done: "settings.saved",
  run: async (actor, input) => {
    await changeSetting(actor, "mail", input);
    revalidatePath("/", "layout");
  },
});

export const changeTerminologyAction = action({
  permission: "settings.edit",
  input: terminologyInput,
  done: "settings.saved",
  run: async (actor, input) => {
    await changeSetting(actor, "terminology", input);
    revalidatePath("/", "layout");
  },
});

export const changeSecurityAction = action({
  permission: "settings.edit",
  input: securityInput,
  done: "settings.saved",
  run: async (actor, input) => {
    await changeSetting(actor, "security", input);
    revalidatePath("/", "layout");
  },
});

export const changeRetentionAction = action({
  permission: "settings.edit",
  input: retentionInput,
  done: "settings.saved",
  run: async (actor, input) => {
    await changeSetting(actor, "retention", input);
    revalidatePath(paths.staff.admin.configuration, "layout");
  },
});

export const changeSessionMailsAction = action({
  permission: "settings.edit",
  input: sessionMailsInput,
  done: "settings.saved",
  run: async (actor, input) => {
    await changeSetting(actor, "sessionMails", input);
    revalidatePath(paths.staff.admin.configuration, "layout");
  },
});

export const changeBookingAction = action({
  permission: "settings.edit",
  input: bookingInput,
  done: "settings.saved",
  run: async (actor, input) => {
    await changeSetting(actor, "booking", input);
    revalidatePath("/", "layout");
  },
});
