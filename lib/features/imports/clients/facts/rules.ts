import { numberOf, type RowValues, textOf } from "@/lib/features/imports/cells/rules";
import type { ClientFacts } from "@/lib/features/imports/clients/schema";
import { IMPORT_FIELDS } from "@/lib/features/imports/import-fields";
import { type RowProblem, rowProblem } from "@/lib/features/imports/schema";
import { foldText } from "@/lib/values/text";

const FACT_KEYS: Record<keyof ClientFacts, string> = {
  legalName: "client.legalName",
  statusName: "client.status",
  centerName: "client.center",
  practitionerName: "client.practitioner",
  addressLine1: "client.addressLine1",
  addressLine2: "client.addressLine2",
  city: "client.city",
  state: "client.state",
  postalCode: "client.postalCode",
  country: "client.country",
  phone: "client.phone",
  email: "client.email",
  website: "client.website",
  naics: "client.naics",
  industry: "client.industry",
  employeeCount: "client.employeeCount",
  startedOn: "client.startedOn",
  signedOn: "client.signedOn",
};

/** Fields whose rows may rightly differ, as the start of each licence does; the earliest is the client's. */
const EARLIEST = new Set(IMPORT_FIELDS.clients.filter((field) => field.differing).map((field) => field.key));

/** The values of a row as facts of its client. */
export function factsOf(values: RowValues): ClientFacts {
  const text = (fact: keyof ClientFacts) => textOf(values, FACT_KEYS[fact]);
  return {
    legalName: text("legalName"),
    statusName: text("statusName"),
    centerName: text("centerName"),
    practitionerName: text("practitionerName"),
    addressLine1: text("addressLine1"),
    addressLine2: text("addressLine2"),
    city: text("city"),
    state: text("state"),
    postalCode: text("postalCode"),
    country: text("country"),
    phone: text("phone"),
    email: text("email"),
    website: text("website"),
    naics: text("naics"),
    industry: text("industry"),
    employeeCount: numberOf(values, FACT_KEYS.employeeCount),
    startedOn: text("startedOn"),
    signedOn: text("signedOn"),
  };
}

/** Told of the client, by us or by the organization. */
const OF_CLIENT = /^(client|custom)\./;

type Place = { row: number; columnOf: (field: string) => string | null };

/** Adds what a further row knows of the client; what contradicts an earlier row is noted and left. */
export function mergeFacts(known: RowValues, values: RowValues, { row, columnOf }: Place): RowProblem[] {
  const notes: RowProblem[] = [];
  for (const [key, value] of Object.entries(values)) {
    if (!OF_CLIENT.test(key) || value === null || value === undefined) continue;
    const kept = known[key];
    if (kept === null || kept === undefined) known[key] = value;
    else if (EARLIEST.has(key)) known[key] = value < kept ? value : kept;
    else if (kept !== value && comparable(kept) !== comparable(value)) {
      const params = { kept: String(kept), ignored: String(value) };
      notes.push(rowProblem("differing_value", row, { column: columnOf(key), params }));
    }
  }
  return notes;
}

/** Capitals and runs of spaces make no difference worth a note. */
function comparable(value: string | number | boolean): string {
  return foldText(String(value)).replace(/\s+/g, " ");
}
