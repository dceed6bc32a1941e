import type { z } from "zod";
import { id } from "@/lib/values/fields";
import { saveHoursInput } from "../availability/schema";

/** The week of a center, as the editor of weekly hours sends it. */
export const saveOpeningHoursInput = saveHoursInput.omit({ clientId: true }).extend({ centerId: id });
export type SaveOpeningHoursInput = z.output<typeof saveOpeningHoursInput>;
