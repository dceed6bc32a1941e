import { type ContactClient, speaksFor } from "@/lib/platform/access/actor";
import { isBlank } from "@/lib/values/text";
import type { CompanyDetails, CompanyEditAnswer, HelperOf, PortalClient, PortalTodo } from "./schema";

type Relation = Pick<ContactClient, "isOwner" | "isPrimary" | "isGuardian">;

/** Owner, primary contact and the guardian of a minor act for the client; other contacts only belong to it. */
export function actsFor(relation: Relation): boolean {
  return speaksFor(relation as ContactClient) || relation.isGuardian;
}

/**
 * Who may change a client's details in the portal (S2-13 to S2-17). The kind of contact comes first: switching the
 * setting on gives other contacts nothing.
 */
export function companyEditAnswer(
  relation: Relation,
  { ownersMayEdit }: { ownersMayEdit: boolean },
): CompanyEditAnswer {
  if (!actsFor(relation)) return "not_entitled";
  return ownersMayEdit ? "yes" : "switched_off";
}

/** What we would like to know of a client and do not; a person needs no business address. */
export function missingDetails({ isPerson, details }: { isPerson: boolean; details: CompanyDetails | null }): string[] {
  if (!details) return [];
  const wanted = isPerson ? (["phone"] as const) : (["addressLine1", "city", "phone", "industry"] as const);
  return wanted.filter((field) => isBlank(details[field]));
}

/** Whether a missing field is theirs to fill in, and not filled in already while staff look at it. */
function canAnswer({ rules, proposals }: PortalClient, field: string): boolean {
  const waits = proposals.some((each) => each.field === field && each.state === "WAITING");
  return !waits && (rules as Record<string, string>)[field] !== "NONE";
}

/** Everybody a contact may turn to, each once, in the order of their clients. */
export function helpersOf(clients: readonly PortalClient[]): HelperOf[] {
  const helpers: HelperOf[] = [];
  for (const { helper, name } of clients) {
    const known = helpers.find((other) => other.name === helper.name && other.email === helper.email);
    if (known) known.clients.push(name);
    else helpers.push({ ...helper, clients: [name] });
  }
  return helpers;
}

type AgreementFacts = { clientId: string; clientName: string; maySign: boolean; standing: string };

/** What only the contact can do, most urgent first: sign, complete, make oneself reachable. */
export function todosOf({
  clients,
  agreements,
  phone,
}: {
  clients: readonly PortalClient[];
  /** Where each client's agreement stands; none while no text is published. */
  agreements: readonly AgreementFacts[];
  phone: string | null;
}): PortalTodo[] {
  const signing = agreements
    .filter(({ maySign, standing }) => maySign && standing !== "current")
    .map(({ clientId, clientName, standing }) => {
      const kind = standing === "earlier" ? ("signAgain" as const) : ("sign" as const);
      return { kind, clientId, clientName, fields: 0 };
    });
  const incomplete = clients.flatMap((client) => {
    const fields =
      client.edit === "yes" ? missingDetails(client).filter((field) => canAnswer(client, field)).length : 0;
    return fields > 0 ? [{ kind: "company" as const, clientId: client.id, clientName: client.name, fields }] : [];
  });
  const silent = clients
    .filter(({ relation, hasAvailability }) => actsFor(relation) && !hasAvailability)
    .map(({ id, name }) => ({ kind: "availability" as const, clientId: id, clientName: name, fields: 0 }));
  const reach: PortalTodo[] = isBlank(phone) ? [{ kind: "ownPhone", clientId: null, clientName: "", fields: 0 }] : [];
  return [...signing, ...incomplete, ...reach, ...silent];
}
