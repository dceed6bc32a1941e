import { describe, expect, it } from "vitest";
import { combinedStanding, furtherEmails, type Standing, suggestedPicks, suggestedWinner } from "./rules";

const person = (id: string, more: object = {}) => ({
  id,
  firstName: "Ann",
  lastName: "Lee",
  email: null as string | null,
  phone: null as string | null,
  language: "en",
  doNotMail: false,
  login: null,
  createdAt: new Date("2026-01-01T00:00:00Z"),
  relationships: [],
  signatures: 0,
  registrations: 0,
  ...more,
});

describe("whom to keep", () => {
  it("prefers the one who signed in last, then who has a password, then who has most, then the oldest", () => {
    const login = (lastSignInAt: string | null, hasPassword = true) => ({ username: null, hasPassword, lastSignInAt });
    const old = person("old", { createdAt: new Date("2020-01-01T00:00:00Z") });
    expect(suggestedWinner([person("new"), old])).toBe("old");
    expect(suggestedWinner([old, person("busy", { signatures: 1 })])).toBe("busy");
    expect(suggestedWinner([person("busy", { signatures: 9 }), person("in", { login: login(null) })])).toBe("in");
    const [seen, latest] = [login("2026-03-01T10:00:00Z"), login("2026-04-01T10:00:00Z")];
    expect(suggestedWinner([person("seen", { login: seen }), person("latest", { login: latest })])).toBe("latest");
  });

  it("nobody among nobody", () => expect(suggestedWinner([])).toBeNull());
});

describe("from whom each field is taken", () => {
  it("from the one who stays, from others only what they lack, and never forgets who wants no mailings", () => {
    const kept = person("kept", { email: " ", phone: "+13125550100" });
    const other = person("other", { email: "a@example.org", phone: "+13125550199", doNotMail: true });
    expect(suggestedPicks([other, kept], "kept")).toEqual({
      firstName: "kept",
      lastName: "kept",
      email: "other",
      phone: "kept",
      language: "kept",
      doNotMail: "other",
    });
  });
});

it("every address stays once, whatever its capitals, without the chosen one", () => {
  expect(furtherEmails(["A@x.org", null, "a@x.org", "b@x.org", "B@x.org", "c@x.org"], "C@X.org")).toEqual([
    "A@x.org",
    "b@x.org",
  ]);
});

describe("two relationships with one client as one", () => {
  const none: Standing = {
    title: null,
    isOwner: false,
    isPrimary: false,
    isGuardian: false,
    isSupervisor: false,
    isAccountsPayable: false,
    getsInvoices: false,
    validFrom: null,
    validTo: null,
  };
  const today = "2026-11-22";

  it("has every mark of both, the first title, and the time of both", () => {
    const kept = { ...none, isOwner: true, validFrom: "2025-05-01", validTo: "2027-01-01" };
    const other = {
      ...none,
      title: "Owner",
      isPrimary: true,
      isGuardian: true,
      validFrom: "2024-01-01",
      validTo: "2028-01-01",
    };
    expect(combinedStanding(kept, other, { today })).toEqual({
      ...none,
      title: "Owner",
      isOwner: true,
      isPrimary: true,
      isGuardian: true,
      validFrom: "2024-01-01",
      validTo: "2028-01-01",
    });
  });

  it("whoever was owner once is not owner again", () => {
    const former = { ...none, isOwner: true, isPrimary: true, validTo: "2020-12-31" };
    const current = { ...none, title: "Clerk", validFrom: "2021-01-01" };
    expect(combinedStanding(current, former, { today })).toEqual({ ...current, isPrimary: true });
    expect(combinedStanding(former, current, { today })).toEqual({ ...current, isPrimary: true });
  });

  it("a time without end has no end together with any other", () => {
    expect(combinedStanding(none, { ...none, validFrom: "2025-01-01" }, { today }).validFrom).toBeNull();
  });
});
