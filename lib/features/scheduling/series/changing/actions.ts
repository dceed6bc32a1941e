"use server";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { changeSeries } from "./commands";
import { findSeriesChange } from "./queries";
import { changeSeriesInput } from "./schema";

export const previewSeriesAction = action({
  permission: "sessions.edit",
  input: changeSeriesInput,
  run: (actor, input) => findSeriesChange(actor, input),
});

export const changeSeriesAction = action({
  permission: "sessions.edit",
  input: changeSeriesInput,
  run: async (actor, input) => {
    await changeSeries(actor, input);
    redirect(paths.staff.session(input.sessionId));
  },
});
