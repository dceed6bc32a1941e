import type { RowProblem } from "@/lib/features/imports/schema";
import type { LocalDate } from "@/lib/values/date";
import type { LocalTime } from "@/lib/values/time";

/** A past session of one client as a row describes it; names are as in the file. */
export type PlannedSession = {
  row: number;
  /** The same for the same row in every import of it; unique within the file. */
  rowKey: string;
  /** "#1001" or, without a number, "~folded name"; as in the plan of clients. */
  clientKey: string;
  clientNumber: string | null;
  clientName: string | null;
  date: LocalDate;
  /** By the wall clock of the center; null where the file has none. */
  start: LocalTime | null;
  practitionerName: string | null;
  centerName: string | null;
  fundingSource: string | null;
  type: string | null;
  area: string | null;
  contactMinutes: number;
  prepMinutes: number;
  travelMinutes: number;
  /** Null where the file does not say. Always false for a pre-client. */
  reportable: boolean | null;
  notes: string | null;
};

export const SESSION_OUTCOMES = ["create_session", "same_session", "error"] as const;
export type SessionOutcome = (typeof SESSION_OUTCOMES)[number];

export type SessionRow = { row: number; outcome: SessionOutcome; rowKey: string | null; problems: RowProblem[] };

export type SessionPlan = { sessions: PlannedSession[]; rows: SessionRow[] };
