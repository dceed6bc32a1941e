"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action";
import { acceptProposal, declineProposal, withdrawProposal } from "./commands";
import { acceptProposalInput, declineProposalInput, withdrawProposalInput } from "./schema";

export const acceptProposalAction = action({
  permission: "clients.edit",
  input: acceptProposalInput,
  done: "proposals.accepted",
  run: async (actor, input) => {
    await acceptProposal(actor, input);
    revalidatePath("/staff", "layout");
  },
});

export const declineProposalAction = action({
  permission: "clients.edit",
  input: declineProposalInput,
  done: "proposals.declined",
  run: async (actor, input) => {
    await declineProposal(actor, input);
    revalidatePath("/staff", "layout");
  },
});

export const withdrawProposalAction = action({
  permission: "portal.edit-company",
  input: withdrawProposalInput,
  done: "portal.proposals.withdrawn",
  run: async (actor, input) => {
    await withdrawProposal(actor, input);
    revalidatePath("/", "layout");
  },
});
