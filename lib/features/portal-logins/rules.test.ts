import { describe, expect, it } from "vitest";
import { mayAskAgain, outcomeFor } from "./passcodes/rules";
import { meantPerson, welcomeBlocker } from "./rules";
import { usernameInput } from "./schema";

const person = (contactId: string, vouched = false, by: "email" | "username" = "email") => ({
  contactId,
  by,
  loginId: `${contactId}-login`,
  vouchedAt: vouched ? new Date("2026-03-01T00:00:00Z") : null,
});

describe("whose sign-in a typed name means", () => {
  it("S2-03 is the one contact who has the address", () => {
    expect(meantPerson([person("a")])?.contactId).toBe("a");
    expect(meantPerson([])).toBeNull();
  });
  it("S2-04 is nobody while two have it", () => expect(meantPerson([person("a"), person("b")])).toBeNull());
  it("S2-11 is the one for whom staff typed a password, although others have the address", () => {
    expect(meantPerson([person("a"), person("b", true)])?.contactId).toBe("b");
    expect(meantPerson([person("a", true), person("b", true)])).toBeNull();
  });
  it("is always the one with that username", () => {
    expect(meantPerson([person("a", false, "username")])?.contactId).toBe("a");
  });
});

describe("a passcode", () => {
  const now = new Date("2026-03-02T15:00:00Z");
  const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
  it("AU-05 is sent three times an hour and ten times a day, in any hour and any day", () => {
    expect(mayAskAgain([ago(59), ago(30)], now)).toBe(true);
    expect(mayAskAgain([ago(59), ago(30), ago(1)], now)).toBe(false);
    expect(mayAskAgain([ago(61), ago(30), ago(1)], now)).toBe(true);
    const ten = Array.from({ length: 10 }, (_, index) => ago(100 + index * 60));
    expect(mayAskAgain(ten, now)).toBe(false);
    expect(mayAskAgain([...ten.slice(1), ago(24 * 60)], now)).toBe(true);
  });
  it("S2-03 S2-04 goes only to the one contact who has the address and may enter", () => {
    const context = { askedAt: [], now };
    expect(outcomeFor([{ entitled: true }], context)).toBe("mail");
    expect(outcomeFor([{ entitled: true }, { entitled: false }], context)).toBe("several");
    expect(outcomeFor([{ entitled: false }], context)).toBe("no-access");
    expect(outcomeFor([], context)).toBe("nobody");
  });
});

describe("a welcome", () => {
  const facts = { email: "a@example.org", active: true, username: null, sharedWith: 0 };
  it("S3-52 goes only to somebody active", () => {
    expect(welcomeBlocker(facts)).toBeNull();
    expect(welcomeBlocker({ ...facts, active: false })).toBe("not_active");
    expect(welcomeBlocker({ ...facts, email: null })).toBe("no_email");
  });
  it("needs a username where the address is shared, since the address alone would not let them in", () => {
    expect(welcomeBlocker({ ...facts, sharedWith: 1 })).toBe("shared_address");
    expect(welcomeBlocker({ ...facts, sharedWith: 1, username: "maria" })).toBeNull();
  });
});

it("takes usernames that cannot be mistaken for an address", () => {
  const contactId = "0199d1a8-5b1e-7000-8000-000000000001";
  const ok = (username: string) => usernameInput.safeParse({ contactId, username }).success;
  expect(["maria", "m.delgado_2", "A-1"].every(ok)).toBe(true);
  expect(["ma", "maria@example.org", "maria delgado", "", "-maria", "mar\u212Aa", "a".repeat(51)].some(ok)).toBe(false);
});
