import { createReadStream } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { dateQuestions } from "@/lib/features/imports/cells/dates/rules";
import { dateOrders, type ReadOptions } from "@/lib/features/imports/cells/rules";
import { planClients } from "@/lib/features/imports/clients/rules";
import { autoMap, checkMapping, dateColumns } from "@/lib/features/imports/columns/rules";
import { inspectFile, readRows } from "@/lib/features/imports/files/rules";
import type { FileInspection } from "@/lib/features/imports/files/schema";
import { countClients, countOutcomes, problemsOf } from "@/lib/features/imports/rules";
import type { FileRow, ImportKind } from "@/lib/features/imports/schema";
import { planSessions } from "@/lib/features/imports/sessions/rules";

async function open(kind: ImportKind, name: string) {
  const file = () => createReadStream(path.join(import.meta.dirname, "fixtures", name), { highWaterMark: 7_001 });
  const inspection = await inspectFile(file);
  const { shape, columns } = inspection;
  if (!shape) throw new Error(`${name} cannot be read`);
  const rows: FileRow[] = [];
  for await (const batch of readRows(file, shape)) rows.push(...batch);
  const mapping = autoMap(kind, columns);
  const languages = [
    { id: "en", label: "English" },
    { id: "es", label: "Spanish" },
  ];
  const options: ReadOptions = { headers: shape.headers, mapping, dateOrders: dateOrders(columns, null), languages };
  return { inspection, rows, options };
}

function expectAllMapped(kind: ImportKind, inspection: FileInspection, { headers, mapping }: ReadOptions) {
  expect(checkMapping(kind, headers, mapping)).toEqual([]);
  expect(dateQuestions(inspection.columns, dateColumns(kind, mapping))).toEqual([]);
}

describe("the clients of the old system", async () => {
  const { inspection, rows, options } = await open("clients", "legacy-clients.csv");
  const plan = planClients(rows, options);

  it("S2-62 finds a field for every column and needs to ask nothing", () => {
    expect(inspection).toMatchObject({ rowCount: 212, problemCount: 0, shape: { encoding: "utf-8", delimiter: "," } });
    expectAllMapped("clients", inspection, options);
  });

  it("S2-62 become 141 clients of 212 contacts, 16 of them pre-clients and 20 inactive", () => {
    expect(countClients(plan)).toEqual({
      clients: 141,
      preClients: 16,
      inactive: 20,
      contacts: 212,
      contactsWithoutEmail: 13,
      sharedEmails: 6,
    });
    expect(countOutcomes(plan)).toEqual({ create_client: 141, add_contact: 71 });
    expect(problemsOf(plan, "error")).toEqual([]);
    expect(problemsOf(plan, "note")).toEqual([]);
  });

  it("keep the contacts whose address is missing or malformed", () => {
    const contacts = plan.clients.flatMap((client) => client.contacts);
    const without = contacts.filter((contact) => contact.email === null).map((contact) => contact.row);
    expect(without).toEqual([33, 52, 74, 78, 86, 90, 96, 113, 153, 180, 181, 198, 213]);
    const malformed = contacts.filter((contact) => contact.email !== null && !contact.emailDeliverable);
    expect(malformed.map(({ row, email }) => [row, email])).toEqual([
      [162, "hana.chen153 at example.org"],
      [195, "malik.mensah186 at example.org"],
    ]);
    expect(plan.rows.filter(({ problems }) => problems.some(({ code }) => code === "email_unreadable"))).toHaveLength(
      2,
    );
  });

  it("S2-06 S2-07 show the addresses that two contacts share, whatever their letter case and spaces", () => {
    expect(plan.sharedEmails.map(({ email, contacts }) => [email, ...contacts.map(({ row }) => row)])).toEqual([
      ["fatima.garcia5@example.org", 7, 17],
      ["luis.chen15@example.org", 18, 121],
      ["deshawn.jackson24@example.org", 27, 120],
      ["maria.lopez29@example.org", 32, 64],
      ["nadia.mensah34@example.org", 37, 132],
      ["siobhan.cohen96@example.org", 101, 144],
    ]);
    expect(problemsOf(plan, "warning").filter(({ code }) => code === "shared_email")).toHaveLength(12);
  });

  it("S2-20 have exactly one primary contact each", () => {
    const primaries = plan.clients.map((client) => client.contacts.filter((contact) => contact.isPrimary).length);
    expect(new Set(primaries)).toEqual(new Set([1]));
  });

  it("read mixed dates, accents and phone numbers as what they are", () => {
    const first = plan.clients[0];
    expect(first).toMatchObject({
      key: "#1001",
      name: "LIBERTY TAX SERVICE",
      legalName: "FREEDOM TAX SERVICES INC",
      kind: "CLIENT",
      standing: "ACTIVE",
      centerName: "Austin Center",
      practitionerName: "Dana Whitfield",
      startedOn: "2019-05-29",
      signedOn: "2019-05-29",
      language: "en",
      rows: [2, 3],
    });
    expect(first?.contacts[1]).toMatchObject({
      lastName: "D'Angelo",
      phone: "+17735557150",
      title: "Manager",
      isOwner: false,
    });
    expect(plan.clients.find((client) => client.number === "@1038")).toMatchObject({ kind: "PRE_CLIENT" });
    expect(plan.clients.filter((client) => client.practitionerName === null)).toHaveLength(10);
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
});

describe("the sessions of the old system", async () => {
  const { inspection, rows, options } = await open("sessions", "legacy-sessions.csv");
  const plan = planSessions(rows, { ...options, zone: "America/Chicago" });

  it("S2-62 are 549, each once", () => {
    expectAllMapped("sessions", inspection, options);
    expect(countOutcomes(plan)).toEqual({ create_session: 549 });
    expect(plan.rows.flatMap((row) => row.problems)).toEqual([]);
    expect(new Set(plan.sessions.map((session) => session.rowKey)).size).toBe(549);
    expect(new Set(plan.sessions.map((session) => session.clientKey)).size).toBe(92);
  });

  it("IM-03 have the same keys in the next import of the same file", () => {
    const again = planSessions([...rows], { ...options, zone: "America/Chicago" });
    expect(again.sessions.map((session) => session.rowKey)).toEqual(plan.sessions.map((session) => session.rowKey));
  });

  it("keep notes over several lines, and what looks like a formula, as text", () => {
    expect(plan.sessions.filter(({ notes }) => notes === "=SUM(A1:A2) pasted by client")).toHaveLength(112);
    expect(plan.sessions[0]).toMatchObject({
      date: "2021-11-11",
      start: "15:30",
      contactMinutes: 30,
      prepMinutes: 15,
      reportable: true,
      fundingSource: "Local match",
      notes: "Call dropped, to resume.\nSent checklist.",
    });
    expect(new Set(plan.sessions.map(({ start }) => start))).toEqual(
      new Set(["15:30", "13:00", "09:00", "14:15", "10:30"]),
    );
  });

  it("S0-03 are never reportable for a pre-client", () => {
    const early = plan.sessions.filter((session) => session.clientNumber?.startsWith("@"));
    expect(early).toHaveLength(57);
    expect(early.every((session) => session.reportable === false)).toBe(true);
  });
});

describe("the city's licence file", async () => {
  const { inspection, rows, options } = await open("clients", "chicago-business-licenses.csv");
  const plan = planClients(rows, options);

  it("finds the account number among 34 columns", () => {
    expect(inspection).toMatchObject({ rowCount: 561, problemCount: 0 });
    const mapped = options.mapping.flatMap((key, index) => (key ? [[options.headers[index], key]] : []));
    expect(Object.fromEntries(mapped)).toEqual({
      "ACCOUNT NUMBER": "client.number",
      "LEGAL NAME": "client.legalName",
      "DOING BUSINESS AS NAME": "client.name",
      ADDRESS: "client.addressLine1",
      CITY: "client.city",
      STATE: "client.state",
      "ZIP CODE": "client.postalCode",
      "BUSINESS ACTIVITY": "client.industry",
      "LICENSE TERM START DATE": "client.startedOn",
    });
  });

  // By legal name it would be 140: two accounts belong to one person.
  it("turns 561 licences of 141 accounts into 141 clients without contacts", () => {
    expect(countClients(plan)).toMatchObject({ clients: 141, preClients: 0, contacts: 0 });
    expect(countOutcomes(plan)).toEqual({ create_client: 141, same_client: 420 });
    expect(new Set(plan.clients.map((client) => client.legalName)).size).toBe(140);
  });

  it("takes the earliest licence as the start and notes which names differ", () => {
    const medlock = plan.clients.find((client) => client.number === "37164");
    expect(medlock).toMatchObject({ name: "MEDLOCK CONTRUCTION", startedOn: "2001-11-16" });
    const renamed = plan.rows.filter(({ problems }) =>
      problems.some(({ code, column }) => code === "differing_value" && column === "DOING BUSINESS AS NAME"),
    );
    expect(new Set(renamed.map(({ clientKey }) => clientKey)).size).toBe(6);
    expect(problemsOf(plan, "error")).toEqual([]);
  });
});
