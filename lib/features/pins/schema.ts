import { z } from "zod";
import { subjectFields } from "@/lib/platform/subject";
import { id, requiredLongText } from "@/lib/values/fields";

export const MAX_PINS = 5;

export const pinNoteInput = z.object({ ...subjectFields, text: requiredLongText(2_000) });
export type PinNoteInput = z.output<typeof pinNoteInput>;

export const unpinNoteInput = z.object({ pinId: id });

/** A note that stands on top of a record. */
export type PinRow = { id: string; text: string; authorName: string; createdAt: string };

/** What a record's head shows to one person: its pinned notes, and whether they follow it. */
export type RecordMarks = { pins: PinRow[]; follows: boolean };
