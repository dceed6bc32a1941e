"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import {
  cancelByLink,
  cancelRegistration,
  promoteRegistration,
  registerByStaff,
  registerPublic,
  registerSelf,
} from "./commands";
import {
  cancelByLinkInput,
  registerContactInput,
  registerInput,
  registerPublicInput,
  registrationInput,
} from "./schema";

export const registerAction = action({
  permission: "portal.register",
  input: registerInput,
  run: async (actor, input) => {
    await registerSelf(actor, input);
    revalidatePath(paths.portal.trainingEvent(input.eventId));
  },
});

export const cancelOwnRegistrationAction = action({
  permission: "portal.register",
  input: registrationInput,
  done: "training.cancelledPlace",
  run: async (actor, { registrationId }) => {
    const { eventId } = await cancelRegistration(actor, registrationId);
    revalidatePath(paths.portal.trainingEvent(eventId));
  },
});

export const registerPublicAction = action({
  permission: "public.register",
  input: registerPublicInput,
  run: async (actor, input) => {
    const { status } = await registerPublic(actor, input);
    redirect(`${paths.portal.trainingEvent(input.eventId)}?registered=${status.toLowerCase()}`);
  },
});

export const cancelByLinkAction = action({
  permission: "public.register",
  input: cancelByLinkInput,
  run: async (actor, { token }) => {
    await cancelByLink(actor, token);
    revalidatePath(paths.portal.cancelRegistration(token));
  },
});

export const registerContactAction = action({
  permission: "events.manage-registrations",
  input: registerContactInput,
  done: "training.staff.registered",
  run: async (actor, input) => {
    await registerByStaff(actor, input);
    revalidatePath(paths.staff.event(input.eventId));
  },
});

export const cancelRegistrationAction = action({
  permission: "events.manage-registrations",
  input: registrationInput,
  done: "training.staff.placeCancelled",
  run: async (actor, { registrationId }) => {
    const { eventId } = await cancelRegistration(actor, registrationId);
    revalidatePath(paths.staff.event(eventId));
  },
});

export const promoteRegistrationAction = action({
  permission: "events.manage-registrations",
  input: registrationInput,
  done: "training.staff.promoted",
  run: async (actor, { registrationId }) => {
    const { eventId } = await promoteRegistration(actor, registrationId);
    revalidatePath(paths.staff.event(eventId));
  },
});
