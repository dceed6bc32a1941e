/** Which rows of an operation to show: those of one outcome, those with something to say, those an undo left. */
export const ROW_CHOICES = ["create", "update", "unchanged", "refused", "noted", "left"] as const;
export type RowChoice = (typeof ROW_CHOICES)[number];
