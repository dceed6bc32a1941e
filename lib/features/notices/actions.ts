"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action";
import { findSubject } from "@/lib/subjects";
import { dismissAll, dismissItem } from "./commands";
import { follow, unfollow } from "./follows/commands";
import { dismissAllInput, dismissInput, followInput } from "./schema";

export const followAction = action({
  permission: "inbox.use",
  input: followInput,
  done: "inbox.following",
  run: async (actor, input) => {
    await follow(actor, input, findSubject);
    revalidatePath("/staff", "layout");
  },
});

export const unfollowAction = action({
  permission: "inbox.use",
  input: followInput,
  done: "inbox.unfollowed",
  run: async (actor, input) => {
    await unfollow(actor, input, findSubject);
    revalidatePath("/staff", "layout");
  },
});

export const dismissItemAction = action({
  permission: "inbox.use",
  input: dismissInput,
  run: async (actor, input) => {
    await dismissItem(actor, input);
    revalidatePath("/staff", "layout");
  },
});

export const dismissAllAction = action({
  permission: "inbox.use",
  input: dismissAllInput,
  run: async (actor, input) => {
    await dismissAll(actor, input);
    revalidatePath("/staff", "layout");
  },
});
