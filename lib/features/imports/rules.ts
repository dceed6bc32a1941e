import type { ClientPlan } from "@/lib/features/imports/clients/schema";
import { PROBLEM_SEVERITY, type RowProblem } from "@/lib/features/imports/schema";
import type { SessionPlan } from "@/lib/features/imports/sessions/schema";

export type Severity = "error" | "warning" | "note";

/** How many rows end in each outcome, over a plan of either kind. */
export function countOutcomes(plan: ClientPlan | SessionPlan): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { outcome } of plan.rows) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

export type ClientCounts = {
  clients: number;
  preClients: number;
  inactive: number;
  contacts: number;
  contactsWithoutEmail: number;
  sharedEmails: number;
};

/** The figures a person checks before an import. Pre-clients and inactive ones are among the clients. */
export function countClients({ clients, sharedEmails }: ClientPlan): ClientCounts {
  const contacts = clients.flatMap((client) => client.contacts);
  return {
    clients: clients.length,
    preClients: clients.filter((client) => client.kind === "PRE_CLIENT").length,
    inactive: clients.filter((client) => client.standing === "INACTIVE").length,
    contacts: contacts.length,
    contactsWithoutEmail: contacts.filter((contact) => contact.email === null).length,
    sharedEmails: sharedEmails.length,
  };
}

export function problemsOf(plan: ClientPlan | SessionPlan, severity: Severity): RowProblem[] {
  return plan.rows.flatMap((row) => row.problems.filter(({ code }) => PROBLEM_SEVERITY[code] === severity));
}
