import type { EditClientInput } from "@/lib/features/clients/schema";
import { customFormValues, shownCustom } from "@/lib/features/custom-fields/rules";
import type { Submitted } from "@/lib/platform/action-state";
import { displayPhone } from "@/lib/values/phone";
import type { ClientRecord } from "./schema";

/** A client's fields as history keeps them: names instead of ids, so that they still read after a rename. */
export function shownFields(client: ClientRecord): Record<string, unknown> {
  const { name, legalName, isPerson, purpose, addressLine1, addressLine2, city, state, postalCode, country } = client;
  const { resourceKind, phone, email, website, naics, industry, employeeCount, language, startedOn, practitioners } =
    client;
  const others = practitioners.filter((each) => !each.isPrimary).map((each) => each.name);
  return {
    ...{ name, legalName, isPerson, purpose, resourceKind, addressLine1, addressLine2, city },
    ...{ state, postalCode, country },
    ...{ phone, email, website, naics, industry, employeeCount, language, startedOn },
    center: client.center.name,
    practitioner: practitioners.find((each) => each.isPrimary)?.name ?? null,
    otherPractitioners: others.join(", "),
    ...shownCustom(client.custom),
  };
}

/** "5805 W Chicago Ave, Chicago, IL 60651"; null where nothing of it is known. */
export function addressLine(
  client: Pick<ClientRecord, "addressLine1" | "addressLine2" | "city" | "state" | "postalCode">,
) {
  const place = [client.city, [client.state, client.postalCode].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  return [client.addressLine1, client.addressLine2, place].filter(Boolean).join("\n") || null;
}

/** A client as a save of its edit form that changes nothing would send it. */
export function editInputOf(client: ClientRecord): EditClientInput {
  const { id: clientId, version, status, center, practitioners, phone, practitionerId, resourceKind } = client;
  const { name, legalName, addressLine1, addressLine2, city, state, postalCode, country, email } = client;
  const { website, naics, industry, employeeCount, language, startedOn, purpose, isPerson } = client;
  return {
    ...{ clientId, version, name, legalName, addressLine1, addressLine2, city, state, postalCode, country, email },
    ...{
      website,
      naics,
      industry,
      employeeCount,
      language,
      startedOn,
      purpose,
      isPerson,
      practitionerId,
      resourceKind,
    },
    statusId: status.id,
    centerId: center.id,
    otherPractitionerIds: practitioners.filter(({ isPrimary }) => !isPrimary).map(({ id }) => id),
    phone: phone && displayPhone(phone),
    custom: {},
  };
}

/** A client as its edit form shows it, by field name: what a save is compared with when somebody else was faster. */
export function clientFormValues(client: ClientRecord): Submitted {
  const { name, legalName, addressLine1, addressLine2, city, state, postalCode, email, website } = client;
  const { naics, industry, employeeCount, language, startedOn, purpose, kind, phone, practitioners } = client;
  const texts = {
    name,
    legalName,
    addressLine1,
    addressLine2,
    city,
    state,
    postalCode,
    email,
    website,
    naics,
    industry,
  };
  return {
    ...Object.fromEntries(Object.entries({ ...texts, startedOn }).map(([field, text]) => [field, text ?? ""])),
    ...(kind === "PRE_CLIENT" && { purpose: purpose ?? "", resourceKind: client.resourceKind ?? "" }),
    isPerson: String(client.isPerson),
    statusId: client.status.id,
    centerId: client.center.id,
    practitionerId: client.practitionerId ?? "",
    "otherPractitionerIds[]": practitioners.filter(({ isPrimary }) => !isPrimary).map(({ id }) => id),
    phone: phone ? displayPhone(phone) : "",
    employeeCount: employeeCount === null ? "" : String(employeeCount),
    language,
    ...customFormValues(client.custom),
  };
}
