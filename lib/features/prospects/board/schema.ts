import { z } from "zod";
import type { ProspectOutcome } from "@/lib/features/prospects/schema";

/** How many cards a column shows at first, and at most; the list shows them all. */
export const COLUMN_CARDS = 20;
export const MOST_CARDS = 100;

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** How many cards each column of the board shows. */
export const boardSearch = z.object({
  cards: z.preprocess(single, z.coerce.number().int().min(COLUMN_CARDS).max(MOST_CARDS).catch(COLUMN_CARDS)),
});

/** A prospect on the board. */
export type BoardCard = {
  id: string;
  name: string;
  stageId: string;
  owner: string | null;
  source: string | null;
  nextStep: string | null;
  nextStepOn: string | null;
};

/** A stage with the prospects that came to it last; `count` is of all of them. */
export type BoardColumn = {
  id: string;
  name: string;
  outcome: ProspectOutcome;
  count: number;
  cards: BoardCard[];
};
