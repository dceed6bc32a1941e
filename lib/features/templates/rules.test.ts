import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RefusalError } from "@/lib/platform/refusal";
import { VARIABLE_IDS, type VariableId } from "./copy";
import { renderLetter } from "./emails";
import { checkedLetter, letterProblem, textBody, usedVariables, variablesFor, withChips } from "./rules";
import { type LetterBody, letterBody, letterFields } from "./schema";

const letter = (subject: string, text = "") => ({ subject, body: textBody(text) });
const render = (subject: string, text: string, values: Partial<Record<VariableId, string>>) =>
  renderLetter({ ...letter(subject, text), values, language: "en" });

describe("variables", () => {
  it("S2-31 S2-32 a center's name and the portal's address stand in the letter", async () => {
    const made = await render("News of [CENTER_NAME]", "Sign in at [ECENTER_URL]", {
      CENTER_NAME: "Riverside",
      ECENTER_URL: "https://portal.example.org/",
    });
    expect(made.subject).toBe("News of Riverside");
    expect(made.html).toContain('href="https://portal.example.org/"');
    expect(made.text).toContain("https://portal.example.org/");
    expect(made.missing).toEqual([]);
  });

  it("S2-33 S2-34 S2-35 practitioner, center and plainly typed names all work", async () => {
    const made = await render("Hi", "Ask [PRACTITIONER_NAME], [CENTER_PHONE] or Maria Lopez.", {
      PRACTITIONER_NAME: "Paula Price",
      CENTER_PHONE: "(312) 555-0100",
    });
    expect(made.text).toContain("Ask Paula Price, (312) 555-0100 or Maria Lopez.");
  });

  it("S2-24 names the variables that have no value", async () => {
    const made = await render("[PRACTITIONER_NAME]", "[CLIENT_NAME] [PRACTITIONER_EMAIL]", { CLIENT_NAME: "Acme" });
    expect(made.missing).toEqual(["PRACTITIONER_NAME", "PRACTITIONER_EMAIL"]);
  });

  it("makes a chip of a variable that was typed, however it was spaced or cased", () => {
    expect(usedVariables(letter("", "[center name] [Center_Name] [COUNSELOR_EMAIL]"))).toEqual([
      "CENTER_NAME",
      "PRACTITIONER_EMAIL",
    ]);
  });

  it.each(["[CENTRE_NAME]", "[XYZ]", "[Unknown]", "[FIRST NAME]", "[center_nam]"])("S2-36 refuses %s", (token) => {
    for (const field of ["subject", "body"] as const) {
      const bad = field === "subject" ? letter(`Hi ${token}`, "ok") : letter("ok", `Hi ${token}!`);
      expect(letterProblem(bad, "client")).toEqual({ field, names: [token.slice(1, -1)] });
      expect(() => checkedLetter(bad, "client")).toThrow(RefusalError);
    }
  });

  it("S2-36 refuses a variable of another kind of letter, and one that is half bold", () => {
    expect(letterProblem(letter("[PASSCODE]"), "client")?.names).toEqual(["PASSCODE"]);
    const body: LetterBody = withChips({
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "[CENTER" },
            { type: "text", text: "_NAME]", marks: [{ type: "bold" }] },
          ],
        },
      ],
    });
    expect(letterProblem({ subject: "", body }, "client")).toEqual({ field: "body", names: ["CENTER_NAME"] });
  });

  it("leaves brackets alone that mean no variable", () => {
    expect(letterProblem(letter("[1]", "see [the list below] and a[0]"), "client")).toBeNull();
  });

  it("offers each kind of letter only what it can fill", () => {
    expect(variablesFor("client")).toContain("PRACTITIONER_NAME");
    expect(variablesFor("client")).not.toContain("PASSCODE");
    expect(variablesFor("passcode")).toEqual(
      expect.arrayContaining(["PASSCODE", "MINUTES", "ORGANIZATION_NAME", "ECENTER_URL"]),
    );
  });
});

const INJECTIONS = [
  "[PRACTITIONER_EMAIL]{{7*7}}",
  "{{constructor.constructor('return process')()}}",
  ["$", "{7*7}"].join(""),
  "<%= 7*7 %>",
  "#{7*7}",
  "{%print 7*7%}",
  "[[7*7]]",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "javascript:alert(1)",
  "{0}",
  "$&$1$`",
  "[CENTER_NAME]",
  "&lt;b&gt;",
  "@{7*7}",
  "*{7*7}",
];

describe("values", () => {
  it.each(INJECTIONS)("IN-05 a client named %s is that name and nothing else", async (name) => {
    const made = await render("For [CLIENT_NAME]", "Dear [CLIENT_NAME], [ECENTER_URL]", {
      CLIENT_NAME: name,
      CENTER_NAME: "LEAK",
      PRACTITIONER_EMAIL: "leak@example.org",
      ECENTER_URL: name,
    });
    expect(made.subject).toBe(`For ${name}`);
    expect(made.text).toContain(`Dear ${name},`);
    expect(made.html).not.toMatch(/<script|<img|href="javascript|LEAK|leak@|>49</);
  });

  it("IN-05 any text survives as itself", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme-ascii", maxLength: 60 }), async (value) => {
        const made = await render("[CLIENT_NAME]", "x", { CLIENT_NAME: value });
        expect(made.subject).toBe(value.replace(/\s*\n\s*/g, ", "));
      }),
      { numRuns: 100 },
    );
  });

  it("IN-05 a letter is made in less than 50 ms", async () => {
    const text = Array.from({ length: 40 }, () => "Dear [CLIENT_NAME], call [CENTER_PHONE].").join("\n\n");
    await render("warm", text, {});
    const started = performance.now();
    await render("x", text, { CLIENT_NAME: "Acme", CENTER_PHONE: "1" });
    expect(performance.now() - started).toBeLessThan(50);
  });

  it("breaks an address into lines in the body and joins it in the subject", async () => {
    const made = await render("[CENTER_ADDRESS]", "[CENTER_ADDRESS]", {
      CENTER_ADDRESS: "100 Main Street\nChicago, IL",
    });
    expect(made.subject).toBe("100 Main Street, Chicago, IL");
    expect(made.html).toContain("100 Main Street<br/>Chicago, IL");
  });

  it("signs off with the footer it is given", async () => {
    const made = await renderLetter({
      ...letter("x", "Hello"),
      values: {},
      language: "es",
      footer: { lines: ["100 Main Street"], link: { href: "https://example.org/u/1", label: "No more mail" } },
    });
    expect(made.html).toContain('lang="es"');
    expect(made.text).toContain("100 Main Street");
    expect(made.html).toContain('href="https://example.org/u/1"');
  });
});

describe("what may be stored", () => {
  const node = (content: unknown) => ({ type: "doc", content: [{ type: "paragraph", content: [content] }] });

  it.each([
    node({ type: "text", text: "x", marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }] }),
    node({ type: "text", text: "x", marks: [{ type: "link", attrs: { href: "data:text/html,x" } }] }),
    node({ type: "variable", attrs: { id: "__proto__" } }),
    node({ type: "image", attrs: { src: "https://evil.example/x.png" } }),
    node({ type: "text", text: "a\0b" }),
    { type: "doc", content: [] },
    null,
  ])("IN-05 refuses %j", (body) => {
    expect(letterBody.safeParse(body).success).toBe(false);
  });

  it("IN-02 answers deep, huge and broken bodies without failing", () => {
    const deep = "[".repeat(50_000);
    for (const body of [deep, `{"a":`.repeat(5000), "x".repeat(200_000), "null", "", '{"__proto__":{}}'])
      expect(letterFields.safeParse({ subject: "x", body }).success).toBe(false);
  });

  it("every variable has a name and an example in the catalogue", async () => {
    const words = (await import("@/messages/en/templates.json")).default;
    for (const id of VARIABLE_IDS) {
      expect(words.variables[id], id).toBeTruthy();
      expect(words.examples[id], id).toBeTruthy();
    }
  });
});
