import type { Submitted } from "./action-state";

/** A record as the form that changes it was made from: what a save must be compared with. */
export type RecordEdits = { version: number; values: Submitted };

/** What somebody typed into a form and did not submit yet, with the record as it was when they began. */
export type StoredDraft = { values: Submitted; original: Submitted | null; version: number | null; savedAt: string };

/** The place of a form's draft: its key, what is kept there, the zone in which times are read, and who else is writing. */
export type DraftSlot = { key: string; zone: string; kept: StoredDraft | null; editors: string[] };
