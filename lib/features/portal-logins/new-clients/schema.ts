import { z } from "zod";
import { createClientInput } from "@/lib/features/clients/schema";
import { usernameInput } from "@/lib/features/portal-logins/schema";
import { blankAsNull } from "@/lib/values/fields";

/** A new client, and how its primary contact gets into the portal. */
export const newClientInput = createClientInput.extend({
  username: blankAsNull(usernameInput.shape.username).optional(),
  welcome: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
});
export type NewClientInput = z.output<typeof newClientInput>;
