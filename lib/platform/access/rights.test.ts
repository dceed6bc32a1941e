import { expect, it } from "vitest";
import { accountActor } from "@/prisma/factories/actors";
import { type AccountActor, actingWith, actorFrom, centersSeen } from "./actor";
import { PERMISSIONS, type Permission, permissionAnswer, reportsOf, roleMay } from "./permissions";
import { narrowedTo, RECORD_KINDS, reachOf, readRights, rightsOf, widestRights } from "./rights";

const ALL = rightsOf(() => "all");
const viewOnly = rightsOf((_, verb) => (verb === "view" ? "all" : "none"));
const ownOnly = rightsOf((kind) => (kind === "clients" ? "own" : "none"));
const every = Object.keys(PERMISSIONS) as Permission[];
const ROLES = ["administrator", "staff", "practitioner"] as const;

it("S3-56 whoever belongs to no group has exactly what the role may do, and a group of everything changes nothing", () => {
  for (const role of ROLES) {
    for (const confirmed of [true, false]) {
      const plain = every.map((permission) => permissionAnswer(permission, { role, confirmed }));
      const granted = every.map((permission) => permissionAnswer(permission, { role, confirmed, rights: ALL }));
      expect(granted).toEqual(plain);
    }
  }
});

it("S3-56 no group lifts anybody above their role", () => {
  for (const role of ROLES) {
    const allowed = every.filter((permission) => permissionAnswer(permission, { role, confirmed: true }) === "yes");
    const granted = every.filter(
      (permission) => permissionAnswer(permission, { role, confirmed: true, rights: viewOnly }) === "yes",
    );
    expect(allowed).toEqual(expect.arrayContaining(granted));
    expect(granted).not.toContain("clients.edit");
  }
});

it("of several groups the widest counts in each cell, and of none nothing is granted", () => {
  const both = widestRights([viewOnly, ownOnly]);
  expect(reachOf(both, "clients", "view")).toBe("all");
  expect(reachOf(both, "clients", "edit")).toBe("own");
  expect(reachOf(both, "tasks", "edit")).toBe("none");
  expect(widestRights([ownOnly, null])).toBeNull();
  expect(reachOf(widestRights([]), "clients", "view")).toBe("none");
});

it("nobody changes what they may not see, and what cannot be read is no right", () => {
  const blind = rightsOf((_, verb) => (verb === "view" ? "own" : "all"));
  expect(reachOf(blind, "clients", "edit")).toBe("own");
  expect(reachOf(readRights({ clients: { view: "everything" } }), "clients", "view")).toBe("none");
});

it("while somebody does something they see no further than they may do it", () => {
  const rights = rightsOf((_, verb) => (verb === "view" ? "all" : "own"));
  const staff = accountActor("staff", { rights, centerIds: ["here"] });
  expect(centersSeen(staff, "clients")).toBeNull();
  expect(centersSeen(actingWith(staff, "clients.edit"), "clients")).toEqual(["here"]);
  // What hangs on a client is reached through the client.
  expect(centersSeen(actingWith(staff, "sessions.record"), "clients")).toEqual(["here"]);
  expect(centersSeen(actingWith(staff, "clients.view"), "clients")).toBeNull();
  expect(narrowedTo(null, ["clients", "edit"])).toBeNull();
});

it("work that reaches over all records is not for those who see only their centers", () => {
  const staff = { role: "staff", confirmed: true } as const;
  const own = rightsOf((_, verb) => (verb === "view" ? "own" : "all"));
  for (const permission of ["imports.run", "operations.view", "duplicates.view", "recycle-bin.view"] as const) {
    expect(permissionAnswer(permission, { ...staff, rights: own })).toBe("no");
    expect(permissionAnswer(permission, { ...staff, rights: ALL })).toBe("yes");
  }
});

it("AU-12 a proof that is six minutes old opens administrator mode's pages and none of these acts", () => {
  const stale = { role: "administrator", confirmed: true, fresh: false } as const;
  const acts = [
    "accounts.change-rights",
    "contacts.link-guardian",
    "contacts.merge",
    "clients.merge",
    "mailings.send",
    "payments.delete",
  ];
  for (const permission of acts as Permission[]) {
    expect(permissionAnswer(permission, stale)).toBe("confirm");
    expect(permissionAnswer(permission, { ...stale, fresh: true })).toBe("yes");
  }
  expect(permissionAnswer("accounts.manage", stale)).toBe("yes");
});

it("S1-02 an administrator outside administrator mode works as staff", () => {
  for (const permission of every) {
    const outside = permissionAnswer(permission, { role: "administrator", confirmed: false });
    const staff = permissionAnswer(permission, { role: "staff", confirmed: false });
    expect(outside === "yes").toBe(staff === "yes");
  }
});

it("shows of a role only what it may ever do", () => {
  expect(roleMay("practitioner", "clients", "view")).toBe(true);
  expect(roleMay("practitioner", "clients", "edit")).toBe(false);
  expect(roleMay("staff", "clients", "delete")).toBe(true);
});

it("SE-04 lets somebody whose role asks for an authenticator no further than their own account without one", () => {
  const person = (lacksSecondFactor: boolean) => ({ ...accountActor("staff"), lacksSecondFactor });
  const held = actorFrom<AccountActor>(person(true));
  expect(held.can("own-account.manage")).toBe(true);
  expect(held.can("public.sign-in")).toBe(true);
  expect([held.can("clients.view"), held.can("home.view"), held.can("search.use")]).toEqual([false, false, false]);
  expect(actorFrom<AccountActor>(person(false)).can("clients.view")).toBe(true);
});

const reporting = (reach: (kind: string) => "none" | "own" | "all") =>
  rightsOf((kind, verb) => (verb === "report" ? reach(kind) : "all"));
const REPORTS = [
  ["prospects.report", "prospects"],
  ["scheduling.report", "sessions"],
  ["calendar.take-out", "sessions"],
  ["events.print-roster", "events"],
  ["mailings.see-recipients", "mailings"],
] as const;

it("S3-56 what sums records up or takes many out asks for the right to report on just those", () => {
  const staff = { role: "staff", confirmed: true } as const;
  for (const [permission, of] of REPORTS) {
    const answer = (reach: Parameters<typeof reporting>[0]) =>
      permissionAnswer(permission, { ...staff, rights: reporting(reach) });
    expect(answer((kind) => (kind === of ? "none" : "all"))).toBe("no");
    expect(answer((kind) => (kind === of ? "own" : "none"))).toBe("yes");
  }
});

it("S3-56 what reaches over all records takes a right to report on all of them, and lists one on any", () => {
  const answer = (permission: Permission, reach: Parameters<typeof reporting>[0]) =>
    permissionAnswer(permission, { role: "administrator", confirmed: true, rights: reporting(reach) });
  for (const permission of ["imports.take-sheet", "audit.export"] as const) {
    expect(answer(permission, () => "all")).toBe("yes");
    expect(answer(permission, (kind) => (kind === "contacts" ? "own" : "all"))).toBe("no");
  }
  expect(answer("operations.take-sheet", (kind) => (kind === "tasks" ? "all" : "none"))).toBe("yes");
  expect(answer("operations.take-sheet", () => "own")).toBe("no");
  expect(answer("lists.export", (kind) => (kind === "contacts" ? "own" : "none"))).toBe("yes");
  expect(answer("lists.export", (kind) => (kind === "events" ? "all" : "none"))).toBe("no");
});

it("whoever reports only on their own centers sees no others meanwhile", () => {
  const staff = accountActor("staff", { rights: reporting(() => "own"), centerIds: ["here"] });
  expect(centersSeen(staff, "events")).toBeNull();
  expect(centersSeen(actingWith(staff, "events.print-roster"), "events")).toEqual(["here"]);
  expect(centersSeen(actingWith(staff, "scheduling.report"), "clients")).toEqual(["here"]);
  expect(centersSeen(actingWith(staff, "prospects.report"), "prospects")).toEqual(["here"]);
});

it("every kind of record has something that the right to report on it is about, and nothing is told twice", () => {
  const kinds = new Set(reportsOf("administrator").flatMap(({ kinds }) => kinds));
  expect([...kinds].toSorted()).toEqual([...RECORD_KINDS].toSorted());
  expect(roleMay("staff", "documents", "report")).toBe(false);
  expect(roleMay("practitioner", "sessions", "report")).toBe(true);
  expect(reportsOf("contact")).toEqual([]);
});
