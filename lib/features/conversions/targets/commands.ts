import "server-only";
import { writeClient } from "@/lib/features/clients/commands";
import { filledIn } from "@/lib/features/clients/making/rules";
import { requireMandatory } from "@/lib/features/clients/mandatory/commands";
import { findClient } from "@/lib/features/clients/record/queries";
import { findChosenClient } from "@/lib/features/conversions/proposals/queries";
import type { ConvertProspectInput, Receipt } from "@/lib/features/conversions/schema";
import { fillCustomValues, requireReadable } from "@/lib/features/custom-fields/commands";
import { findCustomFields } from "@/lib/features/custom-fields/queries";
import { blankCustom, carriedCustom } from "@/lib/features/custom-fields/rules";
import type { CustomValue } from "@/lib/features/custom-fields/schema";
import type { ProspectRecord } from "@/lib/features/prospects/record/schema";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { refuse } from "@/lib/platform/refusal";
import { localeOf } from "@/lib/values/locale";

type Target = { prospect: ProspectRecord; input: ConvertProspectInput; clientId: string };
type Reached = Pick<Receipt, "client" | "fields">;

/**
 * The client a prospect is converted into: the one that was chosen, or a new one of standing PROSPECT (S4-24). What the
 * prospect has in fields of the organization's own comes along where the client has the same ones and nothing in them.
 * @throws {RefusalError} not_found; fields_missing where a client must have more than the prospect has
 */
export async function targetClient(tx: Tx, actor: Actor, target: Target): Promise<Reached> {
  return target.input.clientId
    ? intoKnown(tx, actor, { ...target, clientId: target.input.clientId })
    : intoNew(tx, actor, target);
}

async function intoKnown(tx: Tx, actor: Actor, { prospect, clientId }: Target): Promise<Reached> {
  const client = await findChosenClient(actor, clientId, tx);
  if (!client) refuse("not_found", "refusals.notFound");
  const { id, name, number } = client;
  const before = (await findClient(actor, id, tx))?.custom ?? [];
  const standing = new Set(before.filter(({ value }) => value !== null).map((field) => field.id));
  const carried = carriedCustom(prospect.custom, before).filter((field) => !standing.has(field.id));
  return { client: { id, name, number }, fields: await keep(tx, id, carried) };
}

async function intoNew(tx: Tx, actor: Actor, { prospect, input, clientId }: Target): Promise<Reached> {
  const { name, email, phone, language } = prospect;
  const known = { ...BLANK, email, phone };
  const { prospectId: _, clientId: __, centerId, copyMessages, copyDocuments, people, custom, ...typed } = input;
  const facts = { ...known, ...filledIn(known, typed) };
  const blank = blankCustom(await findCustomFields("client", tx));
  const own = requireReadable(carriedCustom(prospect.custom, blank), custom);
  const primaryContact = Object.values(people).find((choice) => choice !== "leave") ?? null;
  if (input.kind === "CLIENT") await requireMandatory(tx, { ...facts, primaryContact }, own);
  const number = await writeClient(tx, actor, {
    ...facts,
    otherPractitionerIds: [],
    clientId,
    name,
    kind: input.kind,
    purpose: input.kind === "PRE_CLIENT" ? "LEAD" : null,
    language: localeOf(language),
    isPerson: input.isPerson === "true",
    centerId: centerId ?? "",
    statusId: await firstProspectStatus(tx),
  });
  const carried = new Set(carriedCustom(prospect.custom, blank).flatMap(({ id, value }) => (value ? [id] : [])));
  await keep(tx, clientId, own);
  const fields = own.filter(({ id }) => carried.has(id)).map(({ label }) => label);
  return { client: { id: clientId, name, number }, fields };
}

/** Answers what the fields that were filled are called. */
async function keep(tx: Tx, recordId: string, fields: readonly CustomValue[]): Promise<string[]> {
  const filled = fields.filter(({ value }) => value !== null);
  await fillCustomValues(
    tx,
    "client",
    filled.map((field) => ({ recordId, field, value: field.value })),
  );
  return filled.map(({ label }) => label);
}

const BLANK = {
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
