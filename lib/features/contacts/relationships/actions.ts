"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { editRelationship, linkContact, makePrimaryContact, unlinkContact } from "./commands";
import { editRelationshipInput, linkContactInput, relationshipInput } from "./schema";

export const linkContactAction = action({
  permission: "contacts.edit",
  input: linkContactInput,
  done: "contacts.linked",
  run: async (actor, input) => {
    await linkContact(actor, input);
    revalidatePath(paths.staff.clients, "layout");
  },
});

export const editRelationshipAction = action({
  permission: "contacts.edit",
  input: editRelationshipInput,
  done: "contacts.relationshipSaved",
  run: async (actor, input) => {
    await editRelationship(actor, input);
    revalidatePath("/staff", "layout");
  },
});

export const makePrimaryContactAction = action({
  permission: "contacts.edit",
  input: relationshipInput,
  done: "contacts.madePrimary",
  run: async (actor, input) => {
    await makePrimaryContact(actor, input);
    revalidatePath("/staff", "layout");
  },
});

export const unlinkContactAction = action({
  permission: "contacts.edit",
  input: relationshipInput,
  done: "contacts.unlinked",
  run: async (actor, input) => {
    await unlinkContact(actor, input);
    revalidatePath("/staff", "layout");
  },
});
