"use server";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { findSubject } from "@/lib/subjects";
import { postMessage } from "./commands";
import { postMessageInput } from "./schema";

export const postMessageAction = action({
  permission: "messages.post",
  input: postMessageInput,
  run: async (actor, input) => {
    await postMessage(actor, input, findSubject);
    redirect(paths.staff.record({ kind: input.subjectKind, id: input.subjectId }));
  },
});
