import { expect, it } from "vitest";
import { PORTAL_FIELDS, portalFieldsInput } from "@/lib/features/settings/schema";
import { companyEditAnswer, helpersOf, missingDetails, todosOf } from "./rules";
import type { CompanyDetails, PortalClient } from "./schema";

const nobody = { isOwner: false, isPrimary: false, isGuardian: false };
const KINDS = {
  "business owner": { ...nobody, isOwner: true },
  "primary contact": { ...nobody, isPrimary: true },
  guardian: { ...nobody, isGuardian: true },
  "other contact": nobody,
};

const details: CompanyDetails = {
  name: "Blue Heron Coffee",
  legalName: null,
  addressLine1: "1 Main St",
  addressLine2: null,
  city: "Chicago",
  state: "IL",
  postalCode: "60601",
  phone: "+13125550142",
  email: null,
  website: null,
  industry: "Restaurants",
  employeeCount: null,
  version: 1,
};

const client = (change: Partial<PortalClient> = {}): PortalClient => ({
  id: "a",
  name: "Blue Heron Coffee",
  isPerson: false,
  relation: KINDS["business owner"],
  helper: { kind: "center", name: "Chicago Center", title: null, phone: null, email: null },
  brand: { centerId: "c", name: "Chicago Center", colour: null, hasLogo: false },
  edit: "yes",
  hasAvailability: true,
  details,
  rules: portalFieldsInput.parse(Object.fromEntries(PORTAL_FIELDS.map((field) => [field, "AT_ONCE"]))),
  proposals: [],
  ...change,
});

it.each([
  ["business owner", true, "yes"],
  ["primary contact", true, "yes"],
  ["guardian", true, "yes"],
  ["other contact", true, "not_entitled"],
  ["business owner", false, "switched_off"],
  ["primary contact", false, "switched_off"],
  ["guardian", false, "switched_off"],
  ["other contact", false, "not_entitled"],
] as const)("S2-13 S2-14 S2-15 S2-16 S2-17 a %s with the setting %s: %s", (kind, ownersMayEdit, answer) => {
  expect(companyEditAnswer(KINDS[kind], { ownersMayEdit })).toBe(answer);
});

it("asks a company for its address, phone and industry, and a person only for a phone", () => {
  const bare = { ...details, addressLine1: "  ", city: null, phone: null, industry: null };
  expect(missingDetails({ isPerson: false, details: bare })).toEqual(["addressLine1", "city", "phone", "industry"]);
  expect(missingDetails({ isPerson: true, details: bare })).toEqual(["phone"]);
  expect(missingDetails({ isPerson: false, details: null })).toEqual([]);
});

it("names each helper once, with all the clients they are there for", () => {
  const other = client({ id: "b", name: "Tres Hermanas" });
  const third = client({ id: "c", name: "Third", helper: { ...other.helper, name: "Peoria Center" } });
  expect(helpersOf([client(), other, third])).toMatchObject([
    { name: "Chicago Center", clients: ["Blue Heron Coffee", "Tres Hermanas"] },
    { name: "Peoria Center", clients: ["Third"] },
  ]);
});

const agreement = { clientId: "a", clientName: "Blue Heron Coffee", maySign: true, standing: "unsigned" };

it("S2-44 puts the agreement first, but only for those who may sign it", () => {
  const waiting = client({ hasAvailability: false, details: { ...details, phone: null } });
  const todos = todosOf({ clients: [waiting], agreements: [agreement], phone: null });
  expect(todos.map(({ kind }) => kind)).toEqual(["sign", "company", "ownPhone", "availability"]);
  expect(todosOf({ clients: [], agreements: [{ ...agreement, maySign: false }], phone: "1" })).toEqual([]);
  expect(todosOf({ clients: [], agreements: [{ ...agreement, standing: "earlier" }], phone: "1" })).toMatchObject([
    { kind: "signAgain" },
  ]);
});

it("asks nobody for what they could not change", () => {
  const off = client({ edit: "switched_off", details: { ...details, phone: null } });
  const other = client({ relation: nobody, edit: "not_entitled", details: null, hasAvailability: false });
  expect(todosOf({ clients: [off, other], agreements: [], phone: "1" })).toEqual([]);
});
