import { expect, it } from "vitest";
import {
  acceptedStep,
  authenticatorCode,
  newAuthenticatorKey,
  newPasscode,
  newRecoveryCodes,
  newTemporaryPassword,
  plainCode,
} from "./one-time-codes";

it("AU-04 makes passcodes of eight digits, each digit equally likely in each place", () => {
  const counts = Array.from({ length: 8 }, () => Array<number>(10).fill(0));
  const total = 100_000;
  for (let made = 0; made < total; made += 1) {
    const code = newPasscode();
    expect(code.length).toBe(8);
    for (const [place, digit] of Array.from(code, Number).entries()) {
      const row = counts[place];
      if (row) row[digit] = (row[digit] ?? 0) + 1;
    }
  }
  const expected = total / 10;
  for (const row of counts) {
    const chiSquare = row.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // Nine degrees of freedom: 45 is passed by chance once in a million rows.
    expect(chiSquare).toBeLessThan(45);
  }
});

it("reads codes as people paste them", () => {
  expect(plainCode(" 1234\u20135678 ")).toBe("12345678");
  expect(plainCode("abcd-efgh-jkmn")).toBe("ABCDEFGHJKMN");
});

it("makes recovery codes and temporary passwords that nobody misreads", () => {
  const codes = newRecoveryCodes(10);
  expect(new Set(codes).size).toBe(10);
  for (const code of [...codes, newTemporaryPassword()]) expect(code).not.toMatch(/[01ILOU]/);
  expect(newTemporaryPassword().length).toBeGreaterThanOrEqual(12);
});

it("AU-11 accepts an authenticator's code one step early and late, and no further", () => {
  const key = newAuthenticatorKey();
  const at = new Date("2026-03-01T12:00:10Z");
  const around = (seconds: number) => authenticatorCode(key, new Date(at.getTime() + seconds * 1000));
  const step = BigInt((at.getTime() / 1000 / 30) | 0);
  expect(acceptedStep(key, around(0), { at })).toBe(step);
  expect(acceptedStep(key, around(-30), { at })).toBe(step - 1n);
  expect(acceptedStep(key, around(30), { at })).toBe(step + 1n);
  expect(acceptedStep(key, around(-90), { at })).toBeNull();
  expect(acceptedStep(key, "12345", { at })).toBeNull();
});
