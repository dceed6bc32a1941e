import type { ClientRecord } from "./schema";

/** A client's fields as history keeps them: names instead of ids, so that they still read after a rename. */
export function shownFields(client: ClientRecord): Record<string, unknown> {
  const { name, legalName, isPerson, purpose, addressLine1, addressLine2, city, state, postalCode, country } = client;
  const { phone, email, website, naics, industry, employeeCount, language, startedOn, practitioners } = client;
  const others = practitioners.filter((each) => !each.isPrimary).map((each) => each.name);
  return {
    ...{ name, legalName, isPerson, purpose, addressLine1, addressLine2, city, state, postalCode, country },
    ...{ phone, email, website, naics, industry, employeeCount, language, startedOn },
    center: client.center.name,
    practitioner: practitioners.find((each) => each.isPrimary)?.name ?? null,
    otherPractitioners: others.join(", "),
  };
}

/** "5805 W Chicago Ave, Chicago, IL 60651"; null where nothing of it is known. */
export function addressLine(
  client: Pick<ClientRecord, "addressLine1" | "addressLine2" | "city" | "state" | "postalCode">,
) {
  const place = [client.city, [client.state, client.postalCode].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  return [client.addressLine1, client.addressLine2, place].filter(Boolean).join("\n") || null;
}
