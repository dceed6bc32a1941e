import type { Standing } from "@/lib/features/scheduling/coverage/schema";

/** The colour of an hour; where nobody works it is hatched as well, so that it differs from one that is taken. */
export const STANDING_LOOKS: Record<Standing, string> = {
  quiet: "bg-hover",
  spare: "bg-accent-soft",
  covered: "bg-success-soft",
  tight: "bg-warning-soft",
  full: "bg-danger-soft",
  missing: "hatched bg-danger-soft",
};
