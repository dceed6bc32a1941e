import { z } from "zod";
import type { PortalField } from "@/lib/features/settings/schema";
import { id, requiredText } from "@/lib/values/fields";

/** `seen` is what the record held when the person decided. */
export const acceptProposalInput = z.object({ proposalId: id, seen: z.string().max(1_000).default("") });
export const declineProposalInput = z.object({ proposalId: id, reason: requiredText(500) });
export const withdrawProposalInput = z.object({ proposalId: id });

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The address of the list of what waits. */
export const proposalSearch = z.object({
  page: z.preprocess(single, z.string().max(2_000).optional().catch(undefined)),
});

/** What a contact asked to change, as staff decide about it; values as they are kept. */
export type WaitingProposal = {
  id: string;
  field: PortalField;
  /** What stood there when it was asked. */
  from: string | null;
  to: string | null;
  /** What stands there now. */
  now: string | null;
  contactId: string | null;
  contactName: string;
  proposedAt: Date;
};

/** The same in the list of all clients. */
export type ProposalRow = WaitingProposal & { clientId: string; clientName: string; clientNumber: string };

export type ProposalState = "WAITING" | "ACCEPTED" | "DECLINED";

/** What became of something asked, as the portal shows it. */
export type OwnProposal = {
  id: string;
  field: PortalField;
  from: string | null;
  to: string | null;
  state: ProposalState;
  contactName: string;
  proposedAt: Date;
  decidedAt: Date | null;
  reason: string | null;
};
