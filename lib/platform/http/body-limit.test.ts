import { expect, it } from "vitest";
import { bodyIsTooLarge } from "./body-limit";

it.each([
  ["/sign-in", "1048576", false],
  ["/sign-in", "1048577", true],
  ["/", "21000000", true],
  ["/sign-in", null, false],
  ["/staff/clients/1/agreement", "20000000", false],
  ["/api/imports", "50000000", false],
  ["/api/documents", "20000000", false],
  ["/documents", "20000000", true],
  ["/stafflike", "20000000", true],
])("FI-02 %s takes a body of %s bytes only where files are handed in", (path, length, tooLarge) => {
  expect(bodyIsTooLarge(path, length)).toBe(tooLarge);
});
