import type { ImportField, ImportKind, ValueKind } from "@/lib/features/imports/schema";

type Rest = { synonyms: string; maxLength?: number; differing?: "earliest" };

function field(valueKind: ValueKind, key: string, { synonyms, ...rest }: Rest): ImportField {
  return { key, labelKey: `field.${key}`, valueKind, synonyms: synonyms.split("|"), ...rest };
}

/** One line of text of at most `maxLength` characters. */
function text(key: string, maxLength: number, { synonyms }: { synonyms: string }): ImportField {
  return field("text", key, { synonyms, maxLength });
}

/** What a file of clients, their contacts and relationships can bring. The surest synonym stands first. */
const CLIENT_FIELDS: readonly ImportField[] = [
  text("client.number", 40, {
    synonyms:
      "client id|client number|client no|client #|account number|account no|account id|customer id|customer number|student id|record id",
  }),
  text("client.name", 200, {
    synonyms:
      "company|company name|client|client name|doing business as name|doing business as|dba|dba name|business name|business|organization|organization name|organisation|account name|customer|customer name|trade name",
  }),
  text("client.legalName", 200, {
    synonyms: "legal name|legal business name|registered name|legal entity|legal entity name",
  }),
  field("status", "client.status", { maxLength: 80, synonyms: "client status|status|account status|customer status" }),
  text("client.center", 120, { synonyms: "center|centre|center name|branch|office|service center|home center" }),
  text("client.practitioner", 160, {
    synonyms:
      "primary counselor|counselor|counsellor|practitioner|primary practitioner|advisor|adviser|consultant|tutor|therapist|assigned to",
  }),
  text("client.addressLine1", 200, {
    synonyms: "address|address 1|address line 1|street|street address|business address|mailing address",
  }),
  text("client.addressLine2", 200, { synonyms: "address 2|address line 2|suite|unit|apartment|apt" }),
  text("client.city", 120, { synonyms: "city|town" }),
  text("client.state", 80, { synonyms: "state|province|region|state/province" }),
  text("client.postalCode", 20, { synonyms: "zip|zip code|zipcode|postal code|postcode" }),
  field("country", "client.country", { synonyms: "country|country code" }),
  field("phone", "client.phone", { synonyms: "business phone|company phone|client phone|office phone|main phone" }),
  field("email", "client.email", { synonyms: "business email|company email|client email|office email" }),
  text("client.website", 300, { synonyms: "website|web site|url|homepage|web" }),
  text("client.naics", 20, { synonyms: "naics|naics code|industry code" }),
  text("client.industry", 500, { synonyms: "industry|business activity|business type|line of business|sector" }),
  field("whole-number", "client.employeeCount", {
    synonyms: "employees|number of employees|employee count|full time employees|staff size|headcount",
  }),
  field("date", "client.startedOn", {
    differing: "earliest",
    synonyms: "client start date|start date|client since|started on|license term start date|first contact date",
  }),
  field("date", "client.signedOn", {
    synonyms: "agreement signed|agreement date|signature date|signed on|date signed|agreement signed date",
  }),
  text("contact.firstName", 100, { synonyms: "first name|firstname|given name|contact first name|forename" }),
  text("contact.lastName", 100, { synonyms: "last name|lastname|surname|family name|contact last name" }),
  text("contact.fullName", 200, { synonyms: "contact|contact name|full name|person|name of contact|name" }),
  field("email", "contact.email", { synonyms: "email|e-mail|email address|e-mail address|mail|contact email|correo" }),
  field("phone", "contact.phone", {
    synonyms: "phone|phone number|telephone|mobile|cell|cell phone|contact phone|tel",
  }),
  field("language", "contact.language", { synonyms: "preferred language|language|contact language|idioma" }),
  text("relationship.title", 120, { synonyms: "title|job title|position|role" }),
  field("yes-no", "relationship.isOwner", { synonyms: "business owner|owner|is owner" }),
  field("yes-no", "relationship.isPrimary", {
    synonyms: "primary contact|primary|is primary|main contact|primary point of contact",
  }),
  field("yes-no", "relationship.isGuardian", { synonyms: "guardian|is guardian|parent" }),
  field("yes-no", "relationship.isSupervisor", { synonyms: "supervisor|is supervisor" }),
  field("yes-no", "relationship.isAccountsPayable", {
    synonyms: "accounts payable|billing contact|is accounts payable",
  }),
];

/** What a file of past sessions can bring. */
const SESSION_FIELDS: readonly ImportField[] = [
  text("session.clientNumber", 40, {
    synonyms: "client id|client number|client no|client #|account number|customer id|student id",
  }),
  text("session.clientName", 200, { synonyms: "client|client name|company|company name|customer|student" }),
  field("date", "session.date", { synonyms: "date|session date|date of session|appointment date|day|fecha" }),
  field("time", "session.start", { synonyms: "start|start time|time|begin|begins|from|hora" }),
  text("session.practitioner", 160, {
    synonyms: "counselor|counsellor|practitioner|advisor|adviser|consultant|tutor|therapist|primary counselor",
  }),
  text("session.center", 120, { synonyms: "center|centre|center name|branch|office" }),
  text("session.fundingSource", 80, { synonyms: "funding source|funding|funder|fund|grant" }),
  text("session.type", 80, { synonyms: "type|session type|contact type|kind" }),
  text("session.area", 120, { synonyms: "area|counseling area|topic|subject|area of counseling" }),
  field("hours", "session.contactMinutes", { synonyms: "contact hours|hours|contact time|duration" }),
  field("hours", "session.prepMinutes", { synonyms: "prep hours|preparation hours|prep time|prep" }),
  field("hours", "session.travelMinutes", { synonyms: "travel hours|travel time|travel" }),
  field("yes-no", "session.reportable", { synonyms: "reportable|is reportable|report" }),
  field("long-text", "session.notes", {
    maxLength: 50_000,
    synonyms: "notes|note|comments|comment|description|remarks|summary",
  }),
];

export const IMPORT_FIELDS: Record<ImportKind, readonly ImportField[]> = {
  clients: CLIENT_FIELDS,
  sessions: SESSION_FIELDS,
};

/** All that columns of such a file can be read as; the organization's own fields are of clients. */
export function importFields(kind: ImportKind, custom: readonly ImportField[]): readonly ImportField[] {
  return kind === "clients" ? [...IMPORT_FIELDS.clients, ...custom] : IMPORT_FIELDS[kind];
}

/** Of each group at least one field must have a column. */
export const REQUIRED_FIELDS: Record<ImportKind, readonly (readonly string[])[]> = {
  clients: [["client.number", "client.name", "client.legalName", "contact.lastName", "contact.fullName"]],
  sessions: [["session.clientNumber", "session.clientName"], ["session.date"]],
};
