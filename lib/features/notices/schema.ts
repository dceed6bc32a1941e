import { z } from "zod";
import { subjectFields } from "@/lib/platform/subject";
import { id } from "@/lib/values/fields";

export const followInput = z.object(subjectFields);
export type FollowInput = z.output<typeof followInput>;

export const dismissInput = z.object({ itemId: id });
/** Up to which item everything goes, so that what came while the page was open stays. */
export const dismissAllInput = z.object({ newestId: id });

/** Somebody who can be mentioned. */
export type Colleague = { id: string; name: string };

/** Whom the text that mentions people is for: nobody hears of what they may not read. */
export type Readers = "staff" | { practitionersOf: string | null };
