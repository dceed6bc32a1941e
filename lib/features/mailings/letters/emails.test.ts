import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LetterValues } from "@/lib/features/templates/copy";
import { renderLetter } from "@/lib/features/templates/emails";
import { textBody } from "@/lib/features/templates/rules";
import type { LetterBody } from "@/lib/features/templates/schema";
import { letterPress } from "./emails";

const body = textBody(
  "Dear [CONTACT_FIRST_NAME],\n\n[CLIENT_NAME] at [CENTER_ADDRESS]: see [CENTER_WEBSITE].\nYours, [PRACTITIONER_NAME]",
);
const letter = { subject: "News for [CLIENT_NAME]", body, language: "en" };

function reader(values: LetterValues, token = "abc.def") {
  const lines = [`Center of ${values.CLIENT_NAME}`, "1 Main Street", "You & we"];
  return {
    values,
    footer: { lines, link: { href: `http://localhost:3000/unsubscribe/${token}`, label: "Unsubscribe" } },
  };
}

const TRICKY = [
  "O'Brien & Sons <b>",
  "\"Quoted\" 'twice'",
  `[CLIENT_NAME]{{7*7}}${"$"}{7}$&$1`,
  "a  b",
  " ends ",
  "",
  "line\nline",
  "https://example.org/?a=1&b=2",
  "&amp;",
  "<!-- x -->",
  "naïve Ünïcode 名前 😀",
  "non\u00a0breaking\u200b",
  "*star* _under_ # hash",
  "x".repeat(300),
];

describe("letters made from a plate", () => {
  it("are, byte for byte, what rendering each of them gives", async () => {
    const press = letterPress(letter);
    for (const tricky of TRICKY) {
      for (const name of ["Ana", tricky]) {
        const one = reader({
          CONTACT_FIRST_NAME: name,
          CLIENT_NAME: tricky,
          CENTER_ADDRESS: "1 Main Street\nTown",
          CENTER_WEBSITE: tricky,
          PRACTITIONER_NAME: tricky,
        });
        const rendered = await renderLetter({ ...letter, ...one });
        for (let time = 0; time < 3; time += 1) expect(await press(one)).toEqual(rendered);
      }
    }
  });

  it("whatever people are called", async () => {
    const press = letterPress(letter);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 20 }), fc.string(), async (name, client) => {
        const one = reader({ CONTACT_FIRST_NAME: name, CLIENT_NAME: client });
        expect(await press(one)).toEqual(await renderLetter({ ...letter, ...one }));
      }),
      { numRuns: 150 },
    );
  });

  it("also where a heading, a list, bold text or a link stands around a variable", async () => {
    const variable = { type: "variable" as const, attrs: { id: "CLIENT_NAME" as const } };
    const rich: LetterBody = {
      type: "doc",
      content: [
        { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "For " }, variable] },
        { type: "bulletList", content: [{ type: "listItem", content: [{ type: "paragraph", content: [variable] }] }] },
        { type: "paragraph", content: [{ type: "text", text: "bold", marks: [{ type: "bold" }] }, variable, variable] },
      ],
    };
    const press = letterPress({ ...letter, body: rich });
    for (const name of ["Ana's", "Bo <b>", "name of a client", "  x"]) {
      const one = reader({ CLIENT_NAME: name });
      expect(await press(one)).toEqual(await renderLetter({ ...letter, body: rich, ...one }));
    }
  });

  it("say which variables are blank for whom", async () => {
    const press = letterPress(letter);
    const full = {
      CONTACT_FIRST_NAME: "A",
      CLIENT_NAME: "B",
      CENTER_ADDRESS: "C",
      CENTER_WEBSITE: "D",
      PRACTITIONER_NAME: "E",
    };
    expect((await press(reader(full))).missing).toEqual([]);
    expect((await press(reader({ ...full, PRACTITIONER_NAME: "" }))).missing).toEqual(["PRACTITIONER_NAME"]);
    expect((await press(reader({ ...full, PRACTITIONER_NAME: " " }))).missing).toEqual(["PRACTITIONER_NAME"]);
    expect((await press(reader(full))).missing).toEqual([]);
  });
});
