import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import type { Images, Prints } from "./images";
import type { Outcome } from "./progress";

/** An operation as its handler sees it; `input` is parsed by the kind's own schema. */
export type RunningOperation = { id: string; kind: string; title: string; input: unknown; actor: Actor };

/** A row as it was planned. */
export type PlannedRow = {
  id: string;
  position: number;
  outcome: Outcome;
  source: unknown;
  reasons: RowReason[];
  subjectId: string | null;
};

/** Why a row came out as it did: a code of the kind's own words, with what its sentence names. */
export type RowReason = { code: string } & Record<string, unknown>;

/** What came of a row, and what stood there before and after: all that undoing needs. */
export type RowResult = {
  id: string;
  outcome: Outcome;
  reasons?: readonly RowReason[];
  subject?: { kind: string; id: string };
  before?: Images;
  after?: Prints;
};

/** What became of a row that was to be undone: "undone", or a code that says why it was left. */
export type UndoResult = { id: string; undo: string };

export type AppliedRow = { id: string; position: number; before: Images; after: Prints };

/**
 * What one kind of operation does. Every call runs in one transaction that also keeps the rows' results and the
 * progress, so a batch happens once however often the work is begun again.
 */
export type OperationHandler = {
  /** How many rows at once, where each of them is much work. */
  most?: number;
  /** Writes the rows with `insertRows`; nothing else. Called again from the start after a crash. */
  plan?: (tx: Tx, operation: RunningOperation) => Promise<PlanVerdict>;
  /** Changes the records of these rows, in order of position. A constraint violation makes the batch smaller. */
  applyBatch?: (tx: Tx, operation: RunningOperation, rows: PlannedRow[]) => Promise<RowResult[]>;
  /** Taking back by the images kept is the rule; give this only where that is not enough. */
  undoBatch?: (tx: Tx, operation: RunningOperation, rows: AppliedRow[]) => Promise<UndoResult[]>;
};

/** Whether the plan can be shown and applied; `problem` is a code of the kind's own words. */
export type PlanVerdict = { ok: true } | { ok: false; problem: string };

/** Handlers by kind, put together in lib/worker.ts. */
export type OperationHandlers = Readonly<Record<string, OperationHandler>>;
