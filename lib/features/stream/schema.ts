import { z } from "zod";

/** How many entries a page of the data stream holds. */
export const STREAM_PAGE = 20;

export const streamSearch = z.object({ before: z.string().max(500).optional().catch(undefined) });

/** One line of a data stream, as people read it. */
export type StreamLine = {
  id: string;
  at: Date;
  kind: string;
  actorName: string;
  data: Record<string, unknown>;
  client: { id: string; name: string; number: string } | null;
};
