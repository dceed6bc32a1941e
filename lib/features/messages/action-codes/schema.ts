import { z } from "zod";
import { id, requiredText } from "@/lib/values/fields";

/** More would be a list nobody reads. */
export const MAX_ACTION_CODES = 200;

export const addActionCodeInput = z.object({ name: requiredText(60) });
export type AddActionCodeInput = z.output<typeof addActionCodeInput>;

export const renameActionCodeInput = z.object({ entryId: id, name: requiredText(60) });
export type RenameActionCodeInput = z.output<typeof renameActionCodeInput>;

export type ActionCodeRow = { id: string; name: string; archived: boolean };
