import "server-only";
import { writeClient } from "@/lib/features/clients/commands";
import { findChosenClient } from "@/lib/features/conversions/proposals/queries";
import type { ConvertProspectInput } from "@/lib/features/conversions/schema";
import type { ProspectRecord } from "@/lib/features/prospects/record/schema";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { refuse } from "@/lib/platform/refusal";
import { isLocale } from "@/lib/values/locale";

type Target = { prospect: ProspectRecord; input: ConvertProspectInput; clientId: string };

/** The client a prospect is converted into: the one that was chosen, or a new one of standing PROSPECT (S4-24). */
export async function targetClient(
  tx: Tx,
  actor: Actor,
  { prospect, input, clientId }: Target,
): Promise<{ id: string; name: string; number: string }> {
  if (input.clientId) {
    const client = await findChosenClient(actor, input.clientId, tx);
    if (!client) refuse("not_found", "refusals.notFound");
    return { id: client.id, name: client.name, number: client.number };
  }
  const { name, email, phone, language } = prospect;
  const number = await writeClient(tx, actor, {
    ...BLANK,
    otherPractitionerIds: [],
    clientId,
    name,
    email,
    phone,
    language: isLocale(language) ? language : "en",
    isPerson: input.isPerson === "true",
    centerId: input.centerId ?? "",
    statusId: await firstProspectStatus(tx),
  });
  return { id: clientId, name, number };
}

const BLANK = {
  kind: "CLIENT",
  purpose: null,
  resourceKind: null,
  contacts: {},
  practitionerId: null,
  legalName: null,
  addressLine1: null,
  addressLine2: null,
  city: null,
  state: null,
  postalCode: null,
  country: "US",
  website: null,
  naics: null,
  industry: null,
  employeeCount: null,
  startedOn: null,
} as const;

async function firstProspectStatus(tx: Tx): Promise<string> {
  const status = await tx.clientStatus.findFirst({
    where: { standing: "PROSPECT", archivedAt: null },
    orderBy: [{ position: "asc" }, { name: "asc" }],
    select: { id: true },
  });
  return status?.id ?? refuse("no_prospect_status", "conversions.refusals.noProspectStatus");
}
