import { describe, expect, test } from "vitest";
import { deletionBlocks, keptUntil } from "./rules";
import type { Deletable } from "./schema";

const client: Deletable = {
  kind: "client",
  id: "01a20000-0000-7000-8000-000000000001",
  name: "Acme",
  detail: "1042",
  sessions: 0,
  payments: 0,
  invoices: 0,
  registrations: 0,
  primaryOf: [],
};

describe("deleting a record", () => {
  test("S3-03 names each thing that hangs on it", () => {
    expect(deletionBlocks(client)).toEqual([]);
    expect(deletionBlocks({ ...client, sessions: 2 })).toEqual(["sessions"]);
    expect(deletionBlocks({ ...client, payments: 1 })).toEqual(["payments"]);
    expect(deletionBlocks({ ...client, sessions: 2, payments: 1 })).toEqual(["sessions", "payments"]);
    expect(deletionBlocks({ ...client, kind: "contact", primaryOf: [client] })).toEqual(["primary"]);
  });

  test("it can be restored for thirty days", () => {
    expect(keptUntil(new Date("2026-11-22T10:00:00Z"))).toEqual(new Date("2026-12-22T10:00:00Z"));
  });
});
