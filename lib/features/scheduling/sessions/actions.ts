"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { cancelSeries } from "@/lib/features/scheduling/series/changing/commands";
import { recordSeries } from "@/lib/features/scheduling/series/commands";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { editSession, moveSession } from "./changing/commands";
import { leaveSession, recordSession } from "./commands";
import { cancelSession, confirmSession, holdSession, missSession, saveParts } from "./outcome/commands";
import { cancelSessionInput, holdSessionInput, savePartsInput, sessionOnlyInput } from "./outcome/schema";
import { editSessionInput, leaveSessionInput, moveSessionInput, recordSessionInput } from "./schema";

export const recordSessionAction = action({
  permission: "sessions.record",
  input: recordSessionInput,
  run: async (actor, input) => {
    const book = input.repeat.every === "" ? recordSession : recordSeries;
    const sessionId = await book(actor, input);
    redirect(paths.staff.session(sessionId));
  },
});

export const editSessionAction = action({
  permission: "sessions.edit",
  input: editSessionInput,
  run: async (actor, input) => {
    await editSession(actor, input);
    redirect(paths.staff.session(input.sessionId));
  },
});

export const moveSessionAction = action({
  permission: "sessions.edit",
  input: moveSessionInput,
  done: "sessions.moved",
  run: async (actor, input) => {
    await moveSession(actor, input);
    revalidatePath(paths.staff.session(input.sessionId));
  },
});

export const holdSessionAction = action({
  permission: "sessions.edit",
  input: holdSessionInput,
  done: "sessions.held",
  run: async (actor, input) => {
    await holdSession(actor, input);
    revalidatePath(paths.staff.session(input.sessionId));
  },
});

export const savePartsAction = action({
  permission: "sessions.edit",
  input: savePartsInput,
  done: "sessions.partsSaved",
  run: async (actor, input) => {
    await saveParts(actor, input);
    revalidatePath(paths.staff.session(input.sessionId));
  },
});

export const cancelSessionAction = action({
  permission: "sessions.edit",
  input: cancelSessionInput,
  done: "sessions.cancelled",
  run: async (actor, input) => {
    const cancel = input.scope === "one" ? cancelSession : cancelSeries;
    await cancel(actor, input);
    revalidatePath(paths.staff.session(input.sessionId));
  },
});

export const missSessionAction = action({
  permission: "sessions.edit",
  input: sessionOnlyInput,
  done: "sessions.missed",
  run: async (actor, input) => {
    await missSession(actor, input);
    revalidatePath(paths.staff.session(input.sessionId));
  },
});

export const confirmSessionAction = action({
  permission: "sessions.edit",
  input: sessionOnlyInput,
  done: "sessions.confirmed",
  run: async (actor, input) => {
    await confirmSession(actor, input);
    revalidatePath(paths.staff.session(input.sessionId));
  },
});

export const leaveSessionAction = action({
  permission: "sessions.delete",
  input: leaveSessionInput,
  done: "sessions.left",
  run: async (actor, input) => {
    await leaveSession(actor, input);
    revalidatePath(paths.staff.client(input.clientId), "layout");
  },
});
