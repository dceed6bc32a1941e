"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { addOtherEmail, createContact, editContact, removeContactEmail, removeOtherEmail } from "./commands";
import { createContactInput, editContactInput, otherEmailInput, removeEmailInput } from "./schema";

export const createContactAction = action({
  permission: "contacts.add",
  input: createContactInput,
  done: "contacts.added",
  run: async (actor, input) => {
    const contactId = await createContact(actor, input);
    if (!input.clientId) redirect(paths.staff.contact(contactId));
    revalidatePath(paths.staff.client(input.clientId), "layout");
  },
});

export const editContactAction = action({
  permission: "contacts.edit",
  input: editContactInput,
  run: async (actor, input) => {
    await editContact(actor, input);
    redirect(paths.staff.contact(input.contactId));
  },
});

export const removeContactEmailAction = action({
  permission: "contacts.edit",
  input: removeEmailInput,
  done: "contacts.emailRemoved",
  run: async (actor, input) => {
    await removeContactEmail(actor, input);
    revalidatePath(paths.staff.contact(input.contactId));
  },
});

export const addOtherEmailAction = action({
  permission: "contacts.edit",
  input: otherEmailInput,
  done: "contacts.emailAdded",
  run: async (actor, input) => {
    await addOtherEmail(actor, input);
    revalidatePath(paths.staff.contact(input.contactId));
  },
});

export const removeOtherEmailAction = action({
  permission: "contacts.edit",
  input: otherEmailInput,
  done: "contacts.emailRemoved",
  run: async (actor, input) => {
    await removeOtherEmail(actor, input);
    revalidatePath(paths.staff.contact(input.contactId));
  },
});
