import { z } from "zod";
import { scopeInput } from "@/lib/features/scheduling/series/schema";
import { blankAsNull, id, optionalLongText, requiredText } from "@/lib/values/fields";

const minutes = z.coerce
  .number("number")
  .int("number")
  .min(0, "scheduling.refusals.minutes")
  .max(1_440, "scheduling.refusals.minutes");
const box = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** One client's part, as the table on the session's page sends it: by the attendance's id. */
const part = z.object({
  reportable: box,
  noShow: box,
  fundingSourceId: blankAsNull(id),
  contactMinutes: minutes,
  prepMinutes: minutes,
  travelMinutes: minutes,
});
export type Part = z.output<typeof part>;
const parts = z.record(id, part).refine((all) => Object.keys(all).length <= 500, "invalid");

export const holdSessionInput = z.object({
  sessionId: id,
  parts: parts.default({}),
  /** Added to what stands there already, as a practitioner writes it on the phone right after. */
  note: optionalLongText(20_000),
});
export type HoldSessionInput = z.output<typeof holdSessionInput>;

export const savePartsInput = z.object({ sessionId: id, parts });
export type SavePartsInput = z.output<typeof savePartsInput>;

/** `scope`: of a series, how many are called off with it. */
export const cancelSessionInput = z.object({ sessionId: id, scope: scopeInput, reason: requiredText(300) });
export type CancelSessionInput = z.output<typeof cancelSessionInput>;

export const sessionOnlyInput = z.object({ sessionId: id });
