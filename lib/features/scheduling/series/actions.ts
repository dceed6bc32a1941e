"use server";
import { recordSessionInput } from "@/lib/features/scheduling/sessions/schema";
import { action } from "@/lib/platform/action";
import { findSeriesPlan } from "./queries";

export const planSeriesAction = action({
  permission: "sessions.record",
  input: recordSessionInput,
  run: (actor, input) => findSeriesPlan(actor, input),
});
