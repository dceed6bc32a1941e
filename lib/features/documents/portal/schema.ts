import { z } from "zod";
import { id, requiredText } from "@/lib/values/fields";

/** What the door of a file that is handed in reads in its address; the bytes are the body. */
export const handInSearch = z.object({ clientId: id, name: requiredText(300) });

/** A document as the people it is shared with see it; `client` is null where it was given to the contact alone. */
export type SharedDocument = {
  id: string;
  name: string;
  contentType: string;
  size: number;
  changedAt: Date;
  client: string | null;
};
