import type { z } from "zod";
import { clientFields } from "@/lib/features/clients/schema";
import { id, localDate } from "@/lib/values/fields";

/** The date of the signature, and whatever mandatory fields were still blank. */
export const makeClientInput = clientFields
  .pick({
    legalName: true,
    addressLine1: true,
    city: true,
    state: true,
    postalCode: true,
    phone: true,
    email: true,
    website: true,
    industry: true,
    naics: true,
    employeeCount: true,
    startedOn: true,
    custom: true,
  })
  .extend({ clientId: id, signedOn: localDate, practitionerId: clientFields.shape.practitionerId.optional() });
export type MakeClientInput = z.output<typeof makeClientInput>;
