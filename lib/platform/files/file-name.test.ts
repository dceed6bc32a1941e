import { expect, it } from "vitest";
import { contentDisposition, safeFileName } from "./file-name";

it.each([
  ["../../etc/passwd", "passwd"],
  ["..\\..\\windows\\win.ini", "win.ini"],
  ["a\r\nSet-Cookie: x=1.pdf", "a Set-Cookie x=1.pdf"],
  ["report\u2028.pdf", "report .pdf"],
  ["...hidden", "hidden"],
  ["", "file"],
  ["/", "file"],
  ["évaluation 2026.pdf", "évaluation 2026.pdf"],
])("FI-03 %j is kept as %j", (given, kept) => expect(safeFileName(given)).toBe(kept));

it("FI-03 a name of any length keeps its ending and fits every file system", () => {
  const name = safeFileName(`${"é".repeat(500)}.pdf`);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
  expect(name).toMatch(/\.pdf$/);
});

it("FI-05 offers the real name to browsers and a plain one to old ones", () => {
  expect(contentDisposition('Año "1".pdf')).toBe(
    "attachment; filename=\"Ano 1 .pdf\"; filename*=UTF-8''A%C3%B1o%201%20.pdf",
  );
  expect(contentDisposition("x\r\nX-Evil: 1.pdf")).not.toMatch(/[\r\n]/);
});
