import type { CustomField } from "@/lib/features/custom-fields/schema";

/** The records of a file of clients that have fields of the organization's own. */
export const OWN_RECORDS = ["client", "contact"] as const;
export type OwnRecord = (typeof OWN_RECORDS)[number];

/** The organization's own fields of clients and of contacts, archived ones too. */
export type OwnFields = Record<OwnRecord, readonly CustomField[]>;
