import { z } from "zod";
import { id } from "@/lib/values/fields";

export const moveEntryInput = z.object({ entryId: id, direction: z.enum(["up", "down"]) });
export type MoveEntryInput = z.output<typeof moveEntryInput>;

export const archiveEntryInput = z.object({
  entryId: id,
  archived: z.enum(["true", "false"]).transform((text) => text === "true"),
});
export type ArchiveEntryInput = z.output<typeof archiveEntryInput>;
