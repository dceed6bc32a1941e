import { z } from "zod";
import { id } from "@/lib/values/fields";

/** What can be deleted and restored. */
export const RECYCLED_KINDS = ["client", "contact", "prospect", "event"] as const;
export type RecycledKind = (typeof RECYCLED_KINDS)[number];

export const deleteRecordInput = z.object({ kind: z.enum(RECYCLED_KINDS), recordId: id });
export type DeleteRecordInput = z.output<typeof deleteRecordInput>;

export const restoreRecordInput = z.object({ recycledId: id });
export type RestoreRecordInput = z.output<typeof restoreRecordInput>;

/** Which record a page of deleting is about, as its address says it. */
export const deletionAddress = deleteRecordInput;

/** The address of the recycle bin. */
export const recycledSearch = z.object({ page: z.string().max(2_000).optional().catch(undefined) });

/** A record that somebody thinks of deleting, and what hangs on it. */
export type Deletable = {
  kind: RecycledKind;
  id: string;
  name: string;
  /** What tells records of one name apart: a number or an address. */
  detail: string | null;
  sessions: number;
  payments: number;
  invoices: number;
  /** People who count on an event that was not cancelled. */
  registrations: number;
  /** Clients whose primary contact this is. */
  primaryOf: { id: string; name: string }[];
};

/** A record in the recycle bin. */
export type RecycledRow = {
  id: string;
  kind: RecycledKind;
  recordId: string;
  name: string;
  detail: string | null;
  deletedAt: Date;
  deletedBy: string | null;
};
