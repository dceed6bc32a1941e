import { z } from "zod";
import { returnTo } from "@/lib/features/accounts/schema";
import { requiredText } from "@/lib/values/fields";

export const askInput = z.object({ email: requiredText(254) });

export const passcodeInput = z.object({
  code: z.string("text").trim().min(1, "required").max(40, "too_long"),
  return: returnTo,
});
