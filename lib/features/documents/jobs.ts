import "server-only";
import { systemActor } from "@/lib/platform/access/actor";
import { inTransaction } from "@/lib/platform/db/db";
import { emptyBins } from "./bin/commands";
import { removeUnusedContents } from "./contents/commands";

/** Empties recycle bins after 30 days and gives back the room of what no document shows any more. */
export async function tidyDocuments(): Promise<void> {
  const actor = systemActor("tidying");
  while ((await emptyBins(actor)) > 0);
  while ((await inTransaction(removeUnusedContents)) > 0);
}
