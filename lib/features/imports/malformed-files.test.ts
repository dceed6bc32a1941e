import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { dateQuestions } from "@/lib/features/imports/cells/dates/rules";
import { dateOrders } from "@/lib/features/imports/cells/rules";
import { planClients } from "@/lib/features/imports/clients/rules";
import { autoMap, checkMapping, dateColumns } from "@/lib/features/imports/columns/rules";
import { describeProblem, type ProblemWords } from "@/lib/features/imports/copy";
import { inspectFile, readRows } from "@/lib/features/imports/files/rules";
import type { OpenFile } from "@/lib/features/imports/files/schema";
import { type FileRow, type ImportKind, PROBLEM_SEVERITY, type RowProblem } from "@/lib/features/imports/schema";
import { planSessions } from "@/lib/features/imports/sessions/rules";
import messages from "@/messages/en/import-problems.json";

const words = createTranslator({ locale: "en", messages }) as unknown as ProblemWords;

/** In pieces of 5 bytes, so that every character and line end is split somewhere. */
function bytes(content: string | Uint8Array, size = 5): OpenFile {
  const all = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return function* pieces() {
    for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
  };
}

async function plan(kind: ImportKind, open: OpenFile) {
  const inspection = await inspectFile(open);
  const { shape, columns } = inspection;
  if (!shape) return { inspection, rows: [], planned: 0, problems: inspection.problems, texts: [] };
  const rows: FileRow[] = [];
  for await (const batch of readRows(open, shape)) rows.push(...batch);
  const mapping = autoMap(kind, columns);
  const options = { headers: shape.headers, mapping, dateOrders: dateOrders(columns, null), zone: "America/Chicago" };
  const outcome = kind === "clients" ? planClients(rows, options) : planSessions(rows, options);
  const planned = "clients" in outcome ? outcome.clients.length : outcome.sessions.length;
  const ofFile = inspection.problems.filter(({ row }) => row === null || row < 2);
  const problems = [
    ...ofFile,
    ...checkMapping(kind, shape.headers, mapping),
    ...outcome.rows.flatMap((row) => row.problems),
  ];
  const questions = dateQuestions(columns, dateColumns(kind, mapping));
  return { inspection, rows, planned, problems, outcome, questions, texts: rows.map((row) => row.cells) };
}

const places = (problems: readonly RowProblem[]) => problems.map(({ code, row, column }) => [code, row, column]);
const CLIENTS = "Client ID,Company,Email\n";
const SESSIONS = "Client ID,Date,Start,Contact Hours\n";
const utf16 = (text: string, littleEndian: boolean) =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0);
      return littleEndian ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

describe("IM-01 a malformed file tells row and column, and writes nothing for what it cannot read:", () => {
  it.each<[string, string | Uint8Array, (string | number | null)[]]>([
    ["an empty file", "", ["empty_file", null, null]],
    ["a file of blank lines", "\n\n \n", ["empty_file", null, null]],
    ["a header only", CLIENTS, ["no_rows", null, null]],
    [
      "mixed encodings",
      join(new TextEncoder().encode(`${CLIENTS}1,Café,\n`), latin1("2,Niño,\n")),
      ["mixed_encodings", 3, null],
    ],
    ["a spreadsheet instead of text", Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0), ["not_text", null, null]],
    ["NUL bytes", `${CLIENTS}1,Ab\0c,\n`, ["unreadable_characters", 2, "Company"]],
    ["an unclosed quote", `${CLIENTS}1,"Abc,\n2,Def,\n3,Ghi,\n`, ["unclosed_quote", 2, null]],
    ["text behind a closing quote", `${CLIENTS}1,"Abc"d,\n`, ["misplaced_quote", 2, null]],
    ["a row that is too short", `${CLIENTS}1,Abc\n`, ["row_too_short", 2, null]],
    ["a row that is too long", `${CLIENTS}1,Abc,,x\n`, ["row_too_long", 2, null]],
    ["a header that comes twice", "Client ID,Company,company\n1,a,b\n", ["duplicate_header", 1, "company"]],
    ["an unknown header", "Client ID,Company,Shoe size\n1,a,b\n", ["unused_column", null, "Shoe size"]],
    ["no header that names a client", "Shoe size,Colour\n1,a\n", ["missing_column", null, null]],
    [
      "10,001 columns",
      `${Array.from({ length: 10_001 }, (_, index) => `c${index}`).join(",")}\n`,
      ["too_many_columns", 1, null],
    ],
    ["a cell of 1 MB", `${CLIENTS}1,${"x".repeat(1_000_000)},\n`, ["cell_too_long", 2, "Company"]],
    ["a quoted cell of 1 MB", `${CLIENTS}1,"${"x,".repeat(500_000)}",\n`, ["cell_too_long", 2, "Company"]],
    ["a cell without end", `${CLIENTS}1,"${"x\n".repeat(2_200_000)}`, ["unclosed_quote", 2, null]],
    ["a key that comes twice", `${CLIENTS}1,Abc,\n1,Xyz,\n`, ["differing_value", 3, "Company"]],
    ["a row that comes twice", `${CLIENTS}1,Abc,\n1,Abc,\n`, ["repeated_row", 3, null]],
    ["a row without a client", `${CLIENTS},,a@b.org\n`, ["client_missing", 2, null]],
    ["a homoglyph in an address", `${CLIENTS}1,Abc,аnn@example.org\n`, ["email_unreadable", 2, "Email"]],
  ])("%s", async (_, content, expected) => {
    const { problems } = await plan("clients", bytes(content, 65_536));
    expect(places(problems)).toContainEqual(expected);
  });

  it.each<[string, string, (string | number)[]]>([
    ["31.02.", "1,31.02.2024,9:00,1", ["date_impossible", 2, "Date"]],
    ["02/31/2024", "1,02/31/2024,9:00,1", ["date_impossible", 2, "Date"]],
    ["no date", "1,,9:00,1", ["date_missing", 2, "Date"]],
    ["a time in the gap of a clock change", "1,2026-03-08,2:30 AM,1", ["time_skipped", 2, "Start"]],
    ["a time that comes twice", "1,2026-11-01,1:30,1", ["time_doubled", 2, "Start"]],
    ["a time of 25:00", "1,2026-03-09,25:00,1", ["time_unreadable", 2, "Start"]],
    ["1e309", "1,2026-03-09,9:00,1e309", ["number_unreadable", 2, "Contact Hours"]],
    ["1,234.5 hours", '1,2026-03-09,9:00,"1,234.5"', ["number_out_of_range", 2, "Contact Hours"]],
    ["hours below zero", "1,2026-03-09,9:00,-1", ["number_out_of_range", 2, "Contact Hours"]],
  ])("%s", async (_, row, expected) => {
    const readable = "9,2026-03-09,9:00,1\n9,2026-03-10,9:00,1\n9,2026-03-11,9:00,1\n";
    const { problems, planned } = await plan("sessions", bytes(`${SESSIONS}${row}\n${readable}`));
    expect(places(problems)).toEqual([expected]);
    expect(planned).toBe(PROBLEM_SEVERITY[expected[0] as keyof typeof PROBLEM_SEVERITY] === "error" ? 3 : 4);
  });

  it("two contacts with one login mail", async () => {
    const file = "Client ID,Company,Last Name,Email\n1,Abc,Ali,a@b.org\n2,Def,Bo, A@B.org\n";
    const { problems, planned } = await plan("clients", bytes(file));
    expect(places(problems)).toEqual([
      ["shared_email", 2, "Email"],
      ["shared_email", 3, "Email"],
    ]);
    expect(planned).toBe(2);
  });

  it("03/04 in a column that settles nothing is asked about once", async () => {
    const { questions, problems } = await plan(
      "sessions",
      bytes(`${SESSIONS}1,03/04/2024,9:00,1\n1,05/06/2024,9:00,1\n`),
    );
    expect(questions).toEqual([{ column: 1, header: "Date", examples: ["03/04/2024", "05/06/2024"] }]);
    expect(problems.map(({ code }) => code)).toEqual(["date_order_unknown", "date_order_unknown"]);
  });

  it("more rows than allowed, and more bytes", async () => {
    const line = new TextEncoder().encode("1,Abc,\n".repeat(1_000));
    const file = (times: number): OpenFile =>
      function* () {
        yield new TextEncoder().encode(CLIENTS);
        for (let count = 0; count < times; count++) yield line;
      };
    const fits = await inspectFile(file(200));
    expect(fits).toMatchObject({ rowCount: 200_000, problemCount: 0 });
    const tooMany = await inspectFile(file(251));
    expect(places(tooMany.problems)).toEqual([["too_many_rows", 250_002, null]]);
    expect((await inspectFile(file(8_000))).problems).toMatchObject([{ code: "file_too_large", params: { max: 50 } }]);
  });
});

describe("IM-01 an unusual file that can be read is read whole:", () => {
  const content = "Client ID,Company,Email\r\n1,Café Ñandú,a@b.org\r\n2,Def,\r\n";
  const expected = [
    ["1", "Café Ñandú", "a@b.org"],
    ["2", "Def", ""],
  ];
  const encoder = new TextEncoder();
  it.each<[string, Uint8Array]>([
    ["a UTF-8 mark", join(Uint8Array.of(0xef, 0xbb, 0xbf), encoder.encode(content))],
    ["UTF-16LE with mark", join(Uint8Array.of(0xff, 0xfe), utf16(content, true))],
    ["UTF-16BE with mark", join(Uint8Array.of(0xfe, 0xff), utf16(content, false))],
    ["UTF-16LE without mark", utf16(content, true)],
    ["UTF-16BE without mark", utf16(content, false)],
    ["Latin-1", latin1(content)],
    ["lone CR", encoder.encode(content.replaceAll("\r\n", "\r"))],
    ["mixed line ends", encoder.encode(content.replace("\r\n", "\r").replace("org\r\n", "org\n"))],
    ["no final line end", encoder.encode(content.trimEnd())],
    ["semicolons", encoder.encode(content.replaceAll(",", ";"))],
    ["tabs", encoder.encode(content.replaceAll(",", "\t"))],
    ["blank lines between", encoder.encode(content.replaceAll("\r\n", "\r\n\r\n,,\r\n"))],
  ])("%s", async (_, file) => {
    const { texts, problems, planned } = await plan("clients", bytes(file));
    expect(texts).toEqual(expected);
    expect([problems, planned]).toEqual([[], 2]);
  });

  it("line ends and separators inside quotes, quotes inside cells, formulas", async () => {
    const file = `${CLIENTS}1,"A ""b"", c\r\nd",\r\n2,5" pipe,\r\n3,=1+1,\r\n4,'=1+1,\r\n`;
    const { texts, problems, outcome } = await plan("clients", bytes(file));
    expect(texts.map(([, name]) => name)).toEqual(['A "b", c\nd', '5" pipe', "=1+1", "'=1+1"]);
    expect(problems).toEqual([]);
    const names = outcome && "clients" in outcome ? outcome.clients.map((client) => client.name) : [];
    expect(names).toEqual(['A "b", c d', '5" pipe', "=1+1", "=1+1"]);
  });

  it("minus zero is zero, and .75 three quarters", async () => {
    const { outcome } = await plan("sessions", bytes(`${SESSIONS}1,2026-03-09,9:00,-0\n1,2026-03-10,9:00,.75\n`));
    const minutes = outcome && "sessions" in outcome ? outcome.sessions.map((session) => session.contactMinutes) : [];
    expect(minutes).toEqual([0, 45]);
  });
});

it("has a sentence for everything that can be wrong", () => {
  const params = { value: "x", max: 1, count: 2, found: 1, expected: 2, length: 3, field: "x", number: "@1" };
  const more = { email: "a@b.org", kept: "a", ignored: "b", name: "Ann", first: 2, time: "02:30", date: "2026-03-08" };
  for (const code of Object.keys(PROBLEM_SEVERITY) as (keyof typeof PROBLEM_SEVERITY)[]) {
    const sentence = describeProblem({ code, row: 1_234, column: "Date", params: { ...params, ...more } }, words);
    expect(sentence).toMatch(/^Row 1234, Date: [A-Z0-9“].*[.)]/);
  }
});
