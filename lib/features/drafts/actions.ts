"use server";
import { action } from "@/lib/platform/action";
import { discardDraft, keepDraft } from "./commands";
import { discardDraftInput, keepDraftInput } from "./schema";

/** While it is being typed, without a word. */
export const keepDraftAction = action({ permission: "drafts.keep", input: keepDraftInput, run: keepDraft });

export const discardDraftAction = action({ permission: "drafts.keep", input: discardDraftInput, run: discardDraft });
