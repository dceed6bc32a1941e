import { z } from "zod";
import { newPassword } from "@/lib/features/accounts/passwords/schema";
import { emailAddress, requiredText, timeZone } from "@/lib/values/fields";

export const setUpInput = z.object({
  organization: requiredText(120),
  timeZone,
  firstName: requiredText(80),
  lastName: requiredText(80),
  email: emailAddress,
  password: newPassword,
});
export type SetUpInput = z.output<typeof setUpInput>;
