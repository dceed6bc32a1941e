import { z } from "zod";
import { returnTo, typedPassword } from "@/lib/features/accounts/schema";
import { requiredText } from "@/lib/values/fields";

export const portalSignInInput = z.object({ name: requiredText(254), password: typedPassword, return: returnTo });
export type PortalSignInInput = z.output<typeof portalSignInInput>;
