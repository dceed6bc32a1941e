import { z } from "zod";
import { BOOKING_MODES } from "@/lib/features/settings/schema";
import { blankAsNull, id } from "@/lib/values/fields";

/** How the people of a client book in the portal; blank as the organization set it for everybody. */
export const allowBookingInput = z.object({
  clientId: id,
  version: z.coerce.number().int().min(0),
  portalBooking: blankAsNull(z.enum(BOOKING_MODES)),
});
export type AllowBookingInput = z.output<typeof allowBookingInput>;
