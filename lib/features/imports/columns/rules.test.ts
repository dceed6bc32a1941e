import { expect, it } from "vitest";
import { emptyEvidence } from "@/lib/features/imports/cells/dates/rules";
import { autoMap, checkMapping, fitMapping } from "@/lib/features/imports/columns/rules";
import { IMPORT_FIELDS } from "@/lib/features/imports/import-fields";
import { headerHash } from "@/lib/features/imports/keys/rules";
import { columnMapping, type ImportKind } from "@/lib/features/imports/schema";

const column = (header: string, ...samples: string[]) => ({
  header,
  samples,
  filled: samples.length,
  dates: emptyEvidence(),
});
const map = (kind: ImportKind, ...columns: ReturnType<typeof column>[]) => autoMap(kind, columns);

it("knows headers in other spellings, orders and languages", () => {
  const columns = ["clientID", "ORGANIZATION_NAME", "E-Mail", "Name, First", "Surname", "Telphone", "idioma"].map(
    (header) => column(header),
  );
  expect(map("clients", ...columns)).toEqual([
    "client.number",
    "client.name",
    "contact.email",
    "contact.firstName",
    "contact.lastName",
    "contact.phone",
    "contact.language",
  ]);
});

it("believes the values more than the header", () => {
  expect(map("clients", column("Status", "AAI", "AAC"), column("Start date", "soon"))).toEqual([null, null]);
  expect(map("sessions", column("Date", "2026-01-01"), column("Time", "9:00"), column("Client ID", "1"))).toEqual([
    "session.date",
    "session.start",
    "session.clientNumber",
  ]);
});

it("gives a field to one column only, the one that fits best", () => {
  expect(map("clients", column("Client Number"), column("Client ID"))).toEqual([null, "client.number"]);
});

it("takes phone and email for the client's own where no people are named", () => {
  expect(map("clients", column("Company"), column("Phone", "773-555-6530"), column("Email", "a@b.org"))).toEqual([
    "client.name",
    "client.phone",
    "client.email",
  ]);
});

it("maps no header twice and none to the wrong thing when every synonym is its own header", () => {
  for (const kind of ["clients", "sessions"] as const) {
    const wrong = IMPORT_FIELDS[kind].flatMap((field) =>
      field.synonyms.filter((synonym) => {
        const person = field.key === "contact.firstName" ? "Last Name" : "First Name";
        const [, key] = autoMap(kind, [column(person), column(synonym)]);
        return key !== field.key;
      }),
    );
    expect(wrong).toEqual([]);
  }
});

it("names a required field without a column, and every column left out", () => {
  expect(checkMapping("sessions", ["Client ID", "Shoe"], ["session.clientNumber", null])).toMatchObject([
    { code: "missing_column", params: { field: "session.date" } },
    { code: "unused_column", column: "Shoe" },
  ]);
});

it("drops from a chosen mapping what does not exist", () => {
  expect(
    fitMapping("sessions", ["session.date", "session.date", "client.name", "__proto__"], { columns: 3, custom: [] }),
  ).toEqual(["session.date", null, null]);
  expect(columnMapping.safeParse(["session.date", "session.date"]).success).toBe(false);
});

it("remembers a file by its headers, whatever their case and punctuation", () => {
  expect(headerHash(["Client ID", "Zip"])).toBe(headerHash(["CLIENT_ID", "zip:"]));
  expect(headerHash(["Client ID", "Zip"])).not.toBe(headerHash(["Zip", "Client ID"]));
});
