import { beforeAll, expect, it } from "vitest";
import { planImport } from "@/lib/features/imports/drafts/commands";
import { findImportDraft } from "@/lib/features/imports/drafts/queries";
import { importOperation } from "@/lib/features/imports/jobs";
import { findImportFile } from "@/lib/features/imports/uploads/queries";
import { systemActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { findOperation } from "@/lib/platform/operation/queries";
import { workOnOperation } from "@/lib/platform/operation/run";
import { uploadImport } from "./commands";

const actor = systemActor("test");
const CLIENTS = "Client ID,Company,Email,Client Start Date\n";
const SESSIONS = "Client ID,Date,Start,Contact Hours\n";
const text = (content: string) => new TextEncoder().encode(content);
const latin1 = (content: string) => Uint8Array.from(content, (character) => character.charCodeAt(0));
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const utf16 = (content: string, littleEndian: boolean) =>
  Uint8Array.from(
    [...content].flatMap((character) => {
      const code = character.charCodeAt(0);
      return littleEndian ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );

let centerId = "";
beforeAll(async () => {
  const center = await db.center.create({ data: { name: "Main Center", timeZone: "America/Chicago" } });
  centerId = center.id;
});

/** What a person gets to see of a file: that it cannot be read, that a choice is missing, or the counts of its plan. */
async function look(bytes: Uint8Array): Promise<string> {
  const operationId = await uploadImport(actor, { name: "file.csv", bytes });
  const draft = await findImportDraft(actor, operationId);
  const file = await findImportFile(operationId);
  const operation = await findOperation(actor, operationId);
  if (operation?.status === "FAILED") return file?.inspection.problems.map(({ code }) => code).join(" ") ?? "";
  if (!draft) return "no draft";
  const mapping = Object.fromEntries(draft.columns.map(({ index, field }) => [index, field]));
  const input = { operationId, kind: draft.kind, mapping, dateOrders: {}, centerId, statusId: "" as const };
  const refusal = await planImport(actor, input).then(
    () => null,
    (error: { code?: string }) => error.code ?? String(error),
  );
  if (refusal) return refusal;
  await workOnOperation(operationId, { import: importOperation });
  const planned = await findOperation(actor, operationId);
  const { create = 0, unchanged = 0, refused = 0 } = planned?.progress ?? {};
  const reasons = await db.operationRow.findMany({ where: { operationId }, select: { reasons: true } });
  const codes = new Set(reasons.flatMap((row) => (row.reasons as { code: string }[]).map(({ code }) => code)));
  return `${planned?.status} ${create}/${unchanged}/${refused} ${[...codes].sort().join(" ")}`.trim();
}

it.each<[string, Uint8Array, string]>([
  ["an empty file", text(""), "empty_file"],
  ["a header only", text(CLIENTS), "no_rows"],
  ["UTF-8 with its mark", text(`\ufeff${CLIENTS}1,Abc,,\n`), "PLANNED 1/0/0"],
  ["UTF-16, low byte first", join(Uint8Array.of(0xff, 0xfe), utf16(`${CLIENTS}1,Ábc,,\n`, true)), "PLANNED 1/0/0"],
  ["UTF-16, high byte first", join(Uint8Array.of(0xfe, 0xff), utf16(`${CLIENTS}1,Ábc,,\n`, false)), "PLANNED 1/0/0"],
  ["Latin-1", latin1(`${CLIENTS}1,Café,,\n`), "PLANNED 1/0/0"],
  ["mixed encodings", join(text(`${CLIENTS}1,Café,,\n`), latin1("2,Niño,,\n")), "mixed_encodings"],
  ["NUL bytes", text(`${CLIENTS}1,A\0c,,\n`), "PLANNED 0/0/1 unreadable_characters"],
  ["lone CR", text(`${CLIENTS}1,Abc,,\n2,Def,,\n`.replaceAll("\n", "\r")), "PLANNED 2/0/0"],
  ["mixed line ends", text(`${CLIENTS}1,Abc,,\r\n2,Def,,\r3,Ghi,,\n`), "PLANNED 3/0/0"],
  ["no line end at the end", text(`${CLIENTS}1,Abc,,`), "PLANNED 1/0/0"],
  ["a quoted line end", text(`${CLIENTS}1,"Abc\nDef",,\n`), "PLANNED 1/0/0"],
  ["an unclosed quote", text(`${CLIENTS}1,"Abc,,\n2,Def,,\n`), "PLANNED 0/0/1 unclosed_quote"],
  ["a quote inside a field", text(`${CLIENTS}1,The "Best" Shop,,\n`), "PLANNED 1/0/0"],
  ["semicolons", text(`${CLIENTS}1,Abc,,\n`.replaceAll(",", ";")), "PLANNED 1/0/0"],
  ["tabs", text(`${CLIENTS}1,Abc,,\n`.replaceAll(",", "\t")), "PLANNED 1/0/0"],
  ["a row too short", text(`${CLIENTS}1,Abc\n2,Def,,\n`), "PLANNED 1/0/1 row_too_short"],
  ["a row too long", text(`${CLIENTS}1,Abc,,,x\n2,Def,,\n`), "PLANNED 1/0/1 row_too_long"],
  ["a header that comes twice", text("Client ID,Company,company\n1,a,b\n"), "duplicate_header"],
  ["an unknown header", text("Client ID,Company,Shoe size\n1,a,b\n"), "PLANNED 1/0/0"],
  ["no header that is needed", text("Shoe size,Colour\n1,a\n"), "column_missing"],
  ["10,001 columns", text(`${Array.from({ length: 10_001 }, (_, at) => `c${at}`).join(",")}\n`), "too_many_columns"],
  ["a cell of 1 MB", text(`${CLIENTS}1,${"x".repeat(1_000_000)},,\n`), "PLANNED 0/0/1 cell_too_long"],
  ["a key that comes twice", text(`${CLIENTS}1,Abc,,\n1,Xyz,,\n`), "PLANNED 1/0/0 differing_value"],
  [
    "two contacts with one login mail",
    text("Client ID,Company,Last Name,Email\n1,Abc,Ali,a@b.org\n2,Def,Bo,A@B.org\n"),
    "PLANNED 2/0/0 shared_email",
  ],
  ["31.02.", text(`${CLIENTS}1,Abc,,31.02.2024\n`), "PLANNED 0/0/1 date_impossible"],
  ["03/04 that could be either", text(`${CLIENTS}1,Abc,,03/04/2024\n`), "date_order_needed"],
  [
    "1e309 hours",
    text(`${SESSIONS}1,2026-03-09,9:00,1e309\n1,2026-03-09,9:00,1\n1,2026-03-10,9:00,2\n`),
    "PLANNED 0/0/3 client_not_found number_unreadable",
  ],
  ["a formula and a homoglyph", text(`${CLIENTS}1,=1+1,аnn@example.org,\n`), "PLANNED 1/0/0 email_unreadable"],
  ["a spreadsheet", Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0), "not_text"],
])("IM-01 %s is answered, and nothing is written: %#", async (_, bytes, expected) => {
  expect(await look(bytes)).toBe(expected);
  expect([await db.client.count(), await db.contact.count(), await db.session.count()]).toEqual([0, 0, 0]);
});

it("IM-01 a number that is taken here is refused", async () => {
  const { id: statusId } = await db.clientStatus.findFirstOrThrow();
  await db.client.create({ data: { number: "1", name: "Corner Bakery", centerId, statusId } });
  expect(await look(text(`${CLIENTS}1,Abc,,\n2,Def,,\n`))).toBe("PLANNED 1/0/1 number_taken");
});

it("a file of more than 50 MB is refused before it is read", async () => {
  const tooLarge = uploadImport(actor, { name: "file.csv", bytes: new Uint8Array(50_000_001) });
  await expect(tooLarge).rejects.toThrow("file_too_large");
});

it.each(["clients.exe", "clients.csv.html", "clients.xlsx", "clients"])(
  "FI-01 a file that is called %s is not taken as one to import, whatever it holds",
  async (name) => {
    const before = await db.operation.count();
    await expect(uploadImport(actor, { name, bytes: text(`${CLIENTS}1,Abc,,\n`) })).rejects.toThrow("file_kind");
    expect(await db.operation.count()).toBe(before);
  },
);

it.each([
  "<html><script>alert(1)</script>",
  "\ufeff <!DOCTYPE html>\n1,2",
  "<?xml version='1.0'?><svg/>",
  "<SVG onload=x>",
])("FI-01 a page or a drawing under the name of a list is not read and its bytes are not kept: %s", async (content) => {
  const before = await db.storedFile.count();
  expect(await look(text(content))).toBe("not_text");
  expect(await db.storedFile.count()).toBe(before);
});
