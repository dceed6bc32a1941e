import { z } from "zod";
import { id } from "@/lib/values/fields";
import type { ReportableBlocker } from "./rules";

export const markReportableInput = z.object({
  attendanceId: id,
  reportable: z.enum(["true", "false"]).transform((text) => text === "true"),
});
export type MarkReportableInput = z.output<typeof markReportableInput>;

/** A client's part in a session from before it was made a client. */
export type EarlierSession = {
  attendanceId: string;
  startsAt: Date;
  timeZone: string;
  minutes: number;
  type: string;
  area: string | null;
  practitioners: string;
  fundingSource: string | null;
  reportable: boolean;
  /** Why it cannot be made reportable. */
  blocker: ReportableBlocker | null;
};
