import { z } from "zod";
import { id } from "@/lib/values/fields";

/** Many groups of contacts, each made one where nothing contradicts it. */
export const SAFE_MERGE_KIND = "safe-merge";

/** What a row of the preview holds: who stays, who goes, and how they are called. */
export const safeMergeRow = z.object({ name: z.string(), address: z.string(), winnerId: id, ids: z.array(id) });

export const safeMergeInput = z.object({ operationId: id });

/** Larger groups are for people to look at. */
export const MOST_IN_GROUP = 10;
