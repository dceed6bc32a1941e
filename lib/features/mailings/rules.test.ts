import { describe, expect, it } from "vitest";
import type { CenterRecord } from "@/lib/features/centers/schema";
import { newId } from "@/lib/values/id";
import {
  controlsOf,
  incompleteCenters,
  incompletePractitioners,
  onlyClient,
  type SendFacts,
  selectionOf,
  sendBlockers,
} from "./rules";

const ready: SendFacts = {
  status: "DRAFT",
  recipientsAt: new Date("2026-11-22T15:00:00Z"),
  receivers: 3,
  hasSubject: true,
  hasBody: true,
  hasUnknownVariables: false,
  gaps: 0,
  lacksAdministrativeContact: false,
};

it("lets a reviewed mailing with readers, subject and text go", () => {
  expect(sendBlockers(ready)).toEqual([]);
});

it("S2-24 names everything at once that stands between a mailing and Send", () => {
  const facts = {
    ...ready,
    receivers: 0,
    hasSubject: false,
    hasBody: false,
    hasUnknownVariables: true,
    gaps: 2,
    lacksAdministrativeContact: true,
  };
  expect(sendBlockers(facts)).toEqual([
    "no_subject",
    "no_text",
    "unknown_variable",
    "nobody_receives_it",
    "administrative_contact_missing",
    "practitioner_missing",
  ]);
  expect(sendBlockers({ ...ready, recipientsAt: null })).toEqual(["no_recipients_chosen"]);
  expect(sendBlockers({ ...ready, status: "SENDING" })).toEqual(["not_a_draft"]);
});

it("offers only what can be done where a mailing stands", () => {
  expect(controlsOf({ status: "HELD", failed: 0, unclear: 0 })).toEqual(["undo", "send_now"]);
  expect(controlsOf({ status: "SENDING", failed: 2, unclear: 1 })).toEqual(["stop"]);
  expect(controlsOf({ status: "STOPPED", failed: 2, unclear: 1 })).toEqual(["resume", "retry", "send_unclear"]);
  expect(controlsOf({ status: "SENT", failed: 0, unclear: 0 })).toEqual([]);
  expect(controlsOf({ status: "SENT", failed: 1, unclear: 0 })).toEqual(["retry"]);
});

it("S2-60 knows one client from a choice of many, and from a filter that finds one", () => {
  const [one, two] = [newId(), newId()];
  const chosen = (ids: string[]) => selectionOf({ ids, except: [] });
  expect(onlyClient(chosen([one, one]))).toBe(one);
  expect(onlyClient(chosen([one, two]))).toBeNull();
  expect(onlyClient(selectionOf({ all: "true", ids: [one], except: [], q: "x" }))).toBeNull();
});

describe("contact details that letters use", () => {
  const center = (name: string, change: Partial<CenterRecord>) => ({ ...CENTER, id: name, name, ...change });
  it("S2-21 S2-24 names the variables that stay empty, of the centers and practitioners that clients have", () => {
    const found = incompleteCenters([
      center("Whole", {}),
      center("Gone", { archived: true, phone: null }),
      center("Few", { phone: null, clientCount: 1 }),
      center("Many", { city: null, website: null, clientCount: 9 }),
    ]);
    expect(found.map(({ name, empty }) => [name, empty])).toEqual([
      ["Many", ["CENTER_ADDRESS", "CENTER_WEBSITE"]],
      ["Few", ["CENTER_PHONE"]],
    ]);
    const person = { id: "p", name: "Dana", title: null, center: null, clientCount: 3, email: null, phone: null };
    expect(
      incompletePractitioners([
        { ...person, status: "ACTIVE" },
        { ...person, status: "INACTIVE" },
      ]),
    ).toEqual([{ id: "p", name: "Dana", empty: ["PRACTITIONER_EMAIL", "PRACTITIONER_PHONE"], clientCount: 3 }]);
  });
});

const CENTER: CenterRecord = {
  id: "c",
  name: "Center",
  addressLine1: "1 Main St",
  addressLine2: null,
  city: "Chicago",
  state: "IL",
  postalCode: "60601",
  phone: "+13125550142",
  email: "c@example.org",
  website: "example.org",
  timeZone: "America/Chicago",
  replyTo: null,
  colour: null,
  hasLogo: false,
  ownAgreement: false,
  archived: false,
  clientCount: 2,
  practitionerCount: 0,
};
