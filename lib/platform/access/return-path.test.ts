import { expect, it } from "vitest";
import { deviceName } from "./device-name";
import { returnPath } from "./return-path";

it("WB-05 never leads off the site, whatever stands in the address", () => {
  const hostile = [
    "https://evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "javascript:alert(1)",
    " /staff",
    "/api/auth/signout",
    "/sign-in?return=/sign-in",
    "/%09/evil.example".replace("%09", "\t"),
    "/..//evil.example",
    "data:text/html,x",
    `/${"x".repeat(2000)}`,
  ];
  for (const path of hostile) expect(returnPath(path, "portal"), path).toBe("/");
});

it("leads back to the page that was asked for, and not from the portal into the back office", () => {
  expect(returnPath("/training-events/1?from=mail", "portal")).toBe("/training-events/1?from=mail");
  expect(returnPath("/staff/clients?view=open", "staff")).toBe("/staff/clients?view=open");
  expect(returnPath("/staff/clients", "portal")).toBe("/");
  expect(returnPath("/my-information", "staff")).toBe("/staff");
  expect(returnPath("/staffing", "portal")).toBe("/staffing");
});

it("names a device as people do", () => {
  const iPhone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1";
  expect(deviceName(iPhone)).toBe("Safari · iPhone");
  expect(deviceName("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0")).toBe("Edge · Windows");
  expect(deviceName("curl/8.5")).toBeNull();
});
