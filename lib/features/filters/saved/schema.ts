import { z } from "zod";
import { FILTER_LIMITS } from "@/lib/features/filters/schema";
import { id, requiredText } from "@/lib/values/fields";

/** The lists that keep filters. */
export const FILTERED_LISTS = ["clients", "contacts", "prospects"] as const;

/** What a saved filter holds: the text of its address ("" lets everything through) and the order of the rows. */
export const savedQuery = z.object({
  filter: z.string().max(FILTER_LIMITS.urlLength),
  q: z.string().max(100).optional(),
  sort: z.string().max(40).optional(),
});
export type SavedQuery = z.output<typeof savedQuery>;

export type SavedFilterRow = { id: string; name: string; shared: boolean; own: boolean; query: SavedQuery };

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

export const saveFilterInput = savedQuery.extend({
  list: z.enum(FILTERED_LISTS),
  name: requiredText(80),
  shared: ticked,
});
export const replaceFilterInput = savedQuery.extend({ id });
export const shareFilterInput = z.object({
  id,
  shared: z.enum(["true", "false"]).transform((text) => text === "true"),
});
export const deleteFilterInput = z.object({ id });
