import { z } from "zod";
import { CLIENT_STANDINGS, type ClientStanding } from "@/lib/features/clients/schema";
import { id, requiredText } from "@/lib/values/fields";

const name = requiredText(60);

export const addStatusInput = z.object({ name, standing: z.enum(CLIENT_STANDINGS, "required") });
export type AddStatusInput = z.output<typeof addStatusInput>;
export const renameStatusInput = z.object({ entryId: id, name });
export type RenameStatusInput = z.output<typeof renameStatusInput>;

/** One status as the administration lists it. */
export type StatusRow = {
  id: string;
  name: string;
  standing: ClientStanding;
  blocksSessions: boolean;
  blocksAssignments: boolean;
  archived: boolean;
  /** How many living clients have it. */
  clients: number;
};
