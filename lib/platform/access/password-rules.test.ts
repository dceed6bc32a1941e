import fc from "fast-check";
import { expect, it } from "vitest";
import { commonPasswords } from "./choose-password";
import { contextWords, passwordProblem } from "./password-rules";

const common = new Set(["qwertyuiop12"]);
const about = (...context: string[]) => ({ context, common });

it("AU-01 takes any twelve characters of any script, spaces and emoji among them", () => {
  for (const password of [
    "harbor lantern 42",
    "пароль мост река",
    "橋の下の川が静かに流れる",
    "🌊🌊⛵️ tall ship",
    "x".repeat(128),
  ])
    expect(passwordProblem(password, about())).toBeNull();
});

it("AU-01 counts characters, not bytes, and refuses eleven and two hundred and one", () => {
  expect(passwordProblem("🌊".repeat(11), about())).toBe("password_too_short");
  expect(passwordProblem("🌊".repeat(12), about())).toBeNull();
  expect(passwordProblem("a1".repeat(100), about())).toBeNull();
  expect(passwordProblem("a1".repeat(100).concat("x"), about())).toBe("password_too_long");
});

it("AU-01 refuses every entry of the shipped list, in any letter case", async () => {
  const shipped = await commonPasswords();
  expect(shipped.size).toBeGreaterThan(3000);
  for (const entry of shipped) {
    expect(Array.from(entry).length).toBeGreaterThanOrEqual(12);
    expect(passwordProblem(entry.toUpperCase(), { context: [], common: shipped })).toBe("password_common");
  }
});

it("AU-01 refuses the person's own name, address and organization, alone and dressed up", () => {
  const context = ["Harbor Point Advising", "maria.delgado@example.org", "María Delgado"];
  for (const password of [
    "harborpointadvising",
    "Caseload2026!!",
    "MariaDelgado1",
    "maria.delgado@example.org",
    "Delgado 123456",
    "caseloadcaseload",
  ])
    expect(passwordProblem(password, about(...context)), password).toBe("password_personal");
  expect(passwordProblem("a harbor seal on quiet rocks", about(...context))).toBeNull();
});

it("AU-01 never depends on composition: any twelve or more characters that are not known pass", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 12, maxLength: 60 }), (password) => {
      const length = Array.from(password.normalize("NFKC")).length;
      const problem = passwordProblem(password, { context: [], common: new Set() });
      if (length < 12) expect(problem).toBe("password_too_short");
      else if (!/caseload/i.test(password)) expect(problem).toBeNull();
    }),
  );
});

it("takes names apart into words without accents", () => {
  expect(contextWords(["José Núñez"])).toEqual(expect.arrayContaining(["jose", "nunez", "josenunez"]));
});
