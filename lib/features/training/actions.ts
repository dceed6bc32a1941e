"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { cancelEvent, createEvent, editEvent, publishEvent } from "./commands";
import { cancelEventInput, createEventInput, editEventInput, publishEventInput } from "./schema";

export const createEventAction = action({
  permission: "events.add",
  input: createEventInput,
  run: async (actor, input) => {
    const id = await createEvent(actor, input);
    redirect(paths.staff.event(id));
  },
});

export const editEventAction = action({
  permission: "events.edit",
  input: editEventInput,
  run: async (actor, input) => {
    await editEvent(actor, input);
    redirect(paths.staff.event(input.eventId));
  },
});

export const publishEventAction = action({
  permission: "events.edit",
  input: publishEventInput,
  done: "training.staff.published",
  run: async (actor, { eventId }) => {
    await publishEvent(actor, eventId);
    revalidatePath(paths.staff.event(eventId));
  },
});

export const cancelEventAction = action({
  permission: "events.edit",
  input: cancelEventInput,
  done: "training.staff.cancelled",
  run: async (actor, input) => {
    await cancelEvent(actor, input);
    revalidatePath(paths.staff.event(input.eventId));
  },
});
