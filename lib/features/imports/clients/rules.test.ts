import { expect, it } from "vitest";
import { planClients } from "@/lib/features/imports/clients/rules";
import type { FileRow } from "@/lib/features/imports/schema";
import { planSessions } from "@/lib/features/imports/sessions/rules";

const FIELDS = {
  Number: "client.number",
  Name: "client.name",
  Status: "client.status",
  First: "contact.firstName",
  Last: "contact.lastName",
  Email: "contact.email",
  Primary: "relationship.isPrimary",
};
const headers = Object.keys(FIELDS);
const options = { headers, mapping: Object.values(FIELDS), dateOrders: {} };
const rowsOf = (table: string[][]): FileRow[] => table.map((cells, index) => ({ row: index + 2, cells, problems: [] }));
const plan = (...table: string[][]) => planClients(rowsOf(table), options);

it("S2-20 keeps the first of two primary contacts and takes the first of none", () => {
  const { clients, rows } = plan(
    ["1", "Abc", "", "Ann", "Ali", "", "No"],
    ["1", "Abc", "", "Bo", "Bell", "", "Yes"],
    ["1", "Abc", "", "Cy", "Cole", "", "Yes"],
    ["2", "Def", "", "Di", "Dorn", "", ""],
  );
  expect(clients.map((client) => client.contacts.map((contact) => contact.isPrimary))).toEqual([
    [false, true, false],
    [true],
  ]);
  expect(rows[2]?.problems).toMatchObject([{ code: "second_primary", row: 4, column: "Primary" }]);
});

it("takes one person in two rows of a client for one contact, and two addresses for two", () => {
  const { clients, rows } = plan(
    ["1", "Abc", "", "José", "St.John", "", ""],
    ["1", "Abc", "", "JOSE", "St. John", "j@b.org", "Yes"],
    ["1", "Abc", "", "José", "St.John", "other@b.org", ""],
  );
  expect(clients[0]?.contacts).toMatchObject([
    { firstName: "José", email: "j@b.org", emailDeliverable: true },
    { email: "other@b.org" },
  ]);
  expect(rows.map(({ outcome }) => outcome)).toEqual(["create_client", "same_client", "add_contact"]);
  expect(rows[1]?.problems).toMatchObject([{ code: "repeated_contact", params: { first: 2 } }]);
});

it("goes by the folded name where there is no number", () => {
  const { clients } = plan(["", "Café Olé", "", "", "", "", ""], ["", "CAFE OLE", "", "", "", "", ""]);
  expect(clients).toMatchObject([{ key: "~cafe ole", name: "Café Olé", number: null, rows: [2, 3] }]);
});

it("S0-02 makes a client of a person without an organisation", () => {
  const { clients } = plan(["@7", "", "Inactive", "Amara", "Ali", "", ""]);
  expect(clients).toMatchObject([{ name: "Amara Ali", isPerson: true, kind: "PRE_CLIENT", standing: "INACTIVE" }]);
});

it("reports a status of the organization's own and a client without any name", () => {
  const { clients, rows } = plan(["1", "", "Hold for Credit Check", "", "", "", ""]);
  expect(clients).toMatchObject([{ name: "1", standing: null, statusName: "Hold for Credit Check" }]);
  expect(rows[0]?.problems.map(({ code }) => code)).toEqual(["name_missing", "status_unknown"]);
});

it("leaves out a row with an error and lets the client's other rows in", () => {
  const { clients, rows } = plan(["1", "x".repeat(201), "", "", "", "", ""], ["1", "Abc", "", "", "", "", ""]);
  expect(rows).toMatchObject([
    { outcome: "error", problems: [{ code: "text_too_long", column: "Name" }] },
    { outcome: "create_client" },
  ]);
  expect(clients).toHaveLength(1);
});

it("keeps someone known only by an address", () => {
  const { clients, rows } = plan(["1", "Abc", "", "", "", "ann@b.org", ""]);
  expect(clients[0]?.contacts).toMatchObject([{ firstName: "", lastName: "ann", email: "ann@b.org" }]);
  expect(rows[0]?.problems).toMatchObject([{ code: "contact_without_name" }]);
});

it("does not take fields named like parts of an object for clients", () => {
  const { clients } = plan(["__proto__", "constructor", "", "", "", "", ""], ["", "toString", "", "", "", "", ""]);
  expect(clients.map((client) => client.key)).toEqual(["#__proto__", "~tostring"]);
});

it("IM-03 gives sessions that share client, time and practitioner keys of their own, and a repeated row none", () => {
  const mapping = ["session.clientNumber", "session.date", "session.start", "session.notes", "session.reportable"];
  const table = [
    ["1", "2026-03-09", "9:00", "a", "Yes"],
    ["1", "2026-03-09", "09:00 AM", "b", ""],
    ["1", "2026-03-09", "9:00", "a", "Yes"],
    ["@2", "2026-03-09", "9:00", "a", "Yes"],
  ];
  const planned = planSessions(rowsOf(table), { headers: mapping, mapping, dateOrders: {}, zone: "UTC" });
  expect(planned.rows.map(({ outcome }) => outcome)).toEqual([
    "create_session",
    "create_session",
    "same_session",
    "create_session",
  ]);
  expect(new Set(planned.sessions.map(({ rowKey }) => rowKey)).size).toBe(3);
  expect(planned.rows[2]?.rowKey).toBe(planned.rows[0]?.rowKey);
  expect(planned.sessions.map(({ reportable }) => reportable)).toEqual([true, null, false]);
  expect(planned.rows[3]?.problems).toMatchObject([{ code: "pre_client_not_reportable" }]);
});
