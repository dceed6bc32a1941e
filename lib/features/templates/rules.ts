import { refuse } from "@/lib/platform/refusal";
import { type LetterPurpose, VARIABLE_ALIASES, VARIABLE_IDS, VARIABLES, type VariableId } from "./copy";
import type { BlockNode, InlineNode, Letter, LetterBody } from "./schema";

const TOKEN = /\[([^[\]\n]{1,60})\]/g;
/** What somebody meant as a variable: one word, or words in capitals. "[see below]" and "[1]" are plain text. */
const MEANT_AS_VARIABLE = /^([A-Za-z]\w*|(?=.*[A-Z])[A-Z0-9_ -]+)$/;
/** Stands for a chip while a line is looked at as text; never part of a token. */
const CHIP = "\n";

/** The variable that a text between brackets names; spaces, hyphens and letter case do not matter. */
export function variableNamed(text: string): VariableId | null {
  const name = text
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, "_");
  if (VARIABLE_IDS.includes(name as VariableId)) return name as VariableId;
  return VARIABLE_ALIASES[name] ?? null;
}

/** Which variables a letter may use. */
export function variablesFor(purpose: LetterPurpose): VariableId[] {
  return VARIABLE_IDS.filter((id) => (VARIABLES[id].in as readonly LetterPurpose[]).includes(purpose));
}

type Words = (key: string, values?: Record<string, string>) => string;

type Terms = Record<string, { singular: string; plural: string }>;

/** The renameable words as values of messages: "client" and "clients", and so on. */
export function termWords(terms: Terms): Record<string, string> {
  return Object.fromEntries(
    Object.entries(terms).flatMap(([key, { singular, plural }]) => [
      [key, singular],
      [`${key}s`, plural],
    ]),
  );
}

/** Variables to choose from, in people's words. */
export function variableChoices(
  purpose: LetterPurpose,
  { t, terms }: { t: Words; terms: Terms },
): { id: VariableId; label: string; example: string }[] {
  const named = termWords(terms);
  return variablesFor(purpose).map((id) => ({
    id,
    label: t(`variables.${id}`, named),
    example: t(`examples.${id}`),
  }));
}

const textNode = (text: string, like: InlineNode): InlineNode[] =>
  text ? [{ ...like, type: "text", text } as InlineNode] : [];

/** Splits a text where it names variables; bold and links around them are given up for the chip, which has none. */
function chipsIn(node: InlineNode): InlineNode[] {
  if (node.type !== "text") return [node];
  const made: InlineNode[] = [];
  let done = 0;
  for (const { 0: whole, 1: name = "", index } of node.text.matchAll(TOKEN)) {
    const id = variableNamed(name);
    if (!id) continue;
    made.push(...textNode(node.text.slice(done, index), node), { type: "variable", attrs: { id } });
    done = index + whole.length;
  }
  return [...made, ...textNode(node.text.slice(done), node)];
}

function mapBlock(block: BlockNode, change: (line: InlineNode[]) => InlineNode[]): BlockNode {
  if (block.type === "bulletList" || block.type === "orderedList") {
    const content = block.content.map((item) => ({
      ...item,
      content: item.content.map((inner) => mapBlock(inner, change)),
    }));
    return { ...block, content };
  }
  return block.content ? { ...block, content: change(block.content) } : block;
}

function linesOf(blocks: readonly BlockNode[]): InlineNode[][] {
  return blocks.flatMap((block) => {
    if (block.type === "bulletList" || block.type === "orderedList")
      return block.content.flatMap((item) => linesOf(item.content));
    return [block.content ?? []];
  });
}

/** The same body with every variable that was typed as text made a chip. */
export function withChips(body: LetterBody): LetterBody {
  return { ...body, content: body.content.map((block) => mapBlock(block, (line) => line.flatMap(chipsIn))) };
}

const lineText = (line: readonly InlineNode[]) =>
  line.map((node) => (node.type === "text" ? node.text : CHIP)).join("");

const tokensIn = (text: string) => Array.from(text.matchAll(TOKEN), ([, name = ""]) => name);

/** The variables a letter uses, each once. */
export function usedVariables({ subject, body }: Letter): VariableId[] {
  const inSubject = tokensIn(subject).map(variableNamed);
  const inBody = linesOf(body.content).flatMap((line) =>
    line.map((node) => (node.type === "variable" ? node.attrs.id : null)),
  );
  return [...new Set([...inSubject, ...inBody])].filter((id) => id !== null);
}

export type LetterProblem = { field: "subject" | "body"; names: string[] };

/**
 * Variables that cannot stand in such a letter, by field: misspelt ones, ones of another kind of record, and ones that
 * are half bold and so were not recognised.
 */
export function letterProblem({ subject, body }: Letter, purpose: LetterPurpose): LetterProblem | null {
  const allowed = new Set(variablesFor(purpose));
  const wrong = (name: string) => {
    const id = variableNamed(name);
    return id ? !allowed.has(id) : MEANT_AS_VARIABLE.test(name);
  };
  const names = { subject: tokensIn(subject).filter(wrong), body: [] as string[] };
  for (const line of linesOf(body.content)) {
    const chips = line.flatMap((node) => (node.type === "variable" ? [node.attrs.id] : []));
    names.body.push(...chips.filter((id) => !allowed.has(id)));
    // What is still a token after chips were made is unknown, or known but split by formatting.
    names.body.push(...tokensIn(lineText(line)).filter((name) => wrong(name) || variableNamed(name)));
  }
  const field = names.subject.length > 0 ? "subject" : "body";
  return names[field].length > 0 ? { field, names: [...new Set(names[field])] } : null;
}

/**
 * A letter ready to be kept: typed variables are chips, and all of them exist for this purpose (S2-36).
 * @throws {RefusalError} unknown_variable, at the field that holds it
 */
export function checkedLetter<L extends Letter>(letter: L, purpose: LetterPurpose): L {
  const checked = { ...letter, body: withChips(letter.body) };
  const problem = letterProblem(checked, purpose);
  if (problem) {
    const names = problem.names.map((name) => `[${name}]`).join(", ");
    refuse("unknown_variable", "templates.problems.unknownVariable", { field: problem.field, values: { names } });
  }
  return checked;
}

/** A line of text with its variables replaced, once: what a value contains is never looked at again (IN-05). */
export function filledText(text: string, valueFor: (id: VariableId) => string): string {
  return text.replace(TOKEN, (whole, name: string) => {
    const id = variableNamed(name);
    return id ? valueFor(id) : whole;
  });
}

export function emptyBody(): LetterBody {
  return { type: "doc", content: [{ type: "paragraph" }] };
}

/** Plain text as a body: blank lines part paragraphs, variables in brackets become chips. */
export function textBody(text: string): LetterBody {
  const paragraphs = text.trim().split(/\n{2,}/);
  const content = paragraphs.map((paragraph): BlockNode => {
    const lines = paragraph.split("\n");
    const nodes = lines.flatMap((line, place): InlineNode[] => [
      ...(place > 0 ? [{ type: "hardBreak" } as const] : []),
      ...(line ? [{ type: "text", text: line } as const] : []),
    ]);
    return nodes.length > 0 ? { type: "paragraph", content: nodes } : { type: "paragraph" };
  });
  return withChips({ type: "doc", content });
}

/** A body as it was typed, variables in brackets. */
export function plainText(body: LetterBody): string {
  const inText = (node: InlineNode) =>
    node.type === "text" ? node.text : node.type === "variable" ? `[${node.attrs.id}]` : "\n";
  return linesOf(body.content)
    .map((line) => line.map(inText).join(""))
    .join("\n\n");
}
