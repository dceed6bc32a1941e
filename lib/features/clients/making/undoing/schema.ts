import { z } from "zod";
import { CLIENT_PURPOSES, RESOURCE_KINDS } from "@/lib/features/clients/schema";
import { id, localDate } from "@/lib/values/fields";

export const undoMakeClientInput = z.object({ clientId: id });
export type UndoMakeClientInput = z.output<typeof undoMakeClientInput>;

/** The facts the history of Make Client kept, as far as the way back needs them. */
const before = <Value extends z.ZodType>(value: Value) => z.object({ from: value.nullable() }).optional();
export const madeFacts = z.object({
  oldNumber: z.string(),
  newNumber: z.string(),
  changes: z.object({
    purpose: before(z.enum(CLIENT_PURPOSES)),
    resourceKind: before(z.enum(RESOURCE_KINDS)),
    signedOn: before(localDate),
  }),
});
export type MadeFacts = z.output<typeof madeFacts>;

/** A client that was a pre-client, and what came to hang on it since. */
export type MadeClient = {
  id: string;
  name: string;
  number: string;
  kind: "CLIENT" | "PRE_CLIENT";
  made: MadeFacts;
  sessions: number;
  reportable: number;
  agreements: number;
  invoices: number;
  payments: number;
};
