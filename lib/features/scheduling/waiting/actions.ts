"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { joinLine, leaveLine } from "./commands";
import { joinLineInput, leaveLineInput } from "./schema";

export const putInLineAction = action({
  permission: "sessions.keep-line",
  input: joinLineInput,
  done: "scheduling.waiting.joined",
  run: async (actor, input) => {
    await joinLine(actor, input);
    revalidatePath("/staff", "layout");
  },
});

export const takeOffLineAction = action({
  permission: "sessions.keep-line",
  input: leaveLineInput,
  done: "scheduling.waiting.left",
  run: async (actor, input) => {
    await leaveLine(actor, input);
    revalidatePath("/staff", "layout");
  },
});

export const joinOwnLineAction = action({
  permission: "portal.book",
  input: joinLineInput,
  done: "scheduling.waiting.joined",
  run: async (actor, input) => {
    await joinLine(actor, input);
    revalidatePath(paths.portal.sessions, "layout");
  },
});

export const leaveOwnLineAction = action({
  permission: "portal.book",
  input: leaveLineInput,
  done: "scheduling.waiting.left",
  run: async (actor, input) => {
    await leaveLine(actor, input);
    revalidatePath(paths.portal.sessions, "layout");
  },
});
