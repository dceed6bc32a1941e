import type { CustomValue } from "@/lib/features/custom-fields/schema";
import type { ProspectOutcome } from "@/lib/features/prospects/schema";

/** A person of a prospect; `contactId` once they became, or were found to be, a contact. */
export type ProspectPerson = {
  id: string;
  firstName: string;
  lastName: string;
  name: string;
  title: string | null;
  email: string | null;
  phone: string | null;
  isMain: boolean;
  contactId: string | null;
};

/** Everything the pages of one prospect show of the prospect itself. Dates are local dates. */
export type ProspectRecord = {
  id: string;
  name: string;
  department: string | null;
  source: string | null;
  notes: string | null;
  stage: { id: string; name: string; outcome: ProspectOutcome };
  email: string | null;
  phone: string | null;
  owner: { id: string; name: string } | null;
  center: { id: string; name: string } | null;
  nextStep: string | null;
  nextStepOn: string | null;
  language: string;
  version: number;
  createdAt: Date;
  /** The organization's own fields with what stands in them. */
  custom: CustomValue[];
  people: ProspectPerson[];
  /** Null until it is converted. */
  conversion: {
    clientId: string;
    clientName: string;
    clientNumber: string;
    operationId: string;
    existing: boolean;
  } | null;
};
