"use server";
import { draftInput } from "@/lib/features/templates/schema";
import type { AccountActor } from "@/lib/platform/access/actor";
import { action } from "@/lib/platform/action";
import { sendTestToMe } from "./commands";
import { renderDraft } from "./queries";

/** Only accounts hold these permissions, so the actor is one. */
export const previewDraftAction = action({
  permission: "templates.edit",
  input: draftInput,
  run: async (actor, input) => renderDraft(actor as AccountActor, input),
});

export const sendDraftToMeAction = action({
  permission: "templates.edit",
  input: draftInput,
  run: async (actor, input) => sendTestToMe(actor as AccountActor, input),
  done: "templates.testSent",
});
