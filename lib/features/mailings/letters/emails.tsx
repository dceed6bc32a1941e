import type { LetterBrand } from "@/lib/features/centers/schema";
import { type LetterValues, VARIABLES, type VariableId } from "@/lib/features/templates/copy";
import { type RenderedLetter, renderLetter } from "@/lib/features/templates/emails";
import { filledText, usedVariables } from "@/lib/features/templates/rules";
import type { Letter } from "@/lib/features/templates/schema";

type LetterFooter = { lines: readonly string[]; link?: { href: string; label: string } };
type Reader = { values: LetterValues; footer: LetterFooter; brand?: LetterBrand | null };
type Pressed = RenderedLetter & { missing: VariableId[] };

/** Stands in the plate where a reader's words go: private characters that no letter can hold, and digits. */
const slot = (place: number) => `\u{F8FE}${place}\u{F8FF}`;
const SLOT = /\u{F8FE}(\d+)\u{F8FF}/gu;

/** Words that rendering hands on as they are, but for the five signs that HTML spells out. */
const PLAIN = /^[^\s\p{C}]+( [^\s\p{C}]+)*$/u;

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

type Plate = { html: string; text: string; missing: VariableId[] };

/**
 * Makes the letters of one mailing. Rendering takes milliseconds and is the same for all readers but for their words,
 * so each shape of letter is rendered once with slots, and the slots are filled. Words that rendering would treat in
 * a way of its own (lines, links, double spaces, nothing at all) belong to the shape; the letter a plate is
 * made from is made both ways, and where they differ by a byte the shape is always rendered.
 */
export function letterPress(letter: Letter & { language: string }): (reader: Reader) => Promise<Pressed> {
  const used = usedVariables(letter);
  const plates = new Map<string, Plate | "seen once" | null>();

  return async (reader) => {
    const { shape, words } = partsOf(reader, used);
    const key = JSON.stringify(shape);
    const plate = plates.get(key);
    if (plate && plate !== "seen once") return { ...filled(plate, words), subject: subjectOf(letter, reader.values) };
    const whole = await renderLetter({ ...letter, ...reader });
    // A shape that only one reader has is not worth a plate.
    if (plate === undefined) plates.set(key, "seen once");
    if (plate === "seen once") plates.set(key, await checkedPlate(letter, { shape, words, whole }));
    return whole;
  };
}

function subjectOf({ subject }: Letter, values: LetterValues): string {
  return filledText(subject, (id) => (values[id] ?? "").replace(/\s*\n\s*/g, ", "));
}

/** What every reader of the same shape shares, with slots, and the words of this one, by slot. */
function partsOf({ values, footer, brand }: Reader, used: readonly VariableId[]) {
  const words: string[] = [];
  const kept = (text: string, mayBeSlot = true) => {
    if (!mayBeSlot || !PLAIN.test(text)) return text;
    words.push(text);
    return slot(words.length - 1);
  };
  const shape: Reader = {
    brand: brand ?? null,
    values: Object.fromEntries(used.map((id) => [id, kept(values[id] ?? "", !("shown" in VARIABLES[id]))])),
    footer: {
      lines: footer.lines.map((line) => kept(line)),
      ...(footer.link ? { link: { ...footer.link, href: kept(footer.link.href) } } : {}),
    },
  };
  return { shape, words };
}

function filled({ html, text, missing }: Plate, words: readonly string[]): Plate {
  const word = (place: string) => words[Number(place)] ?? "";
  return {
    html: html.replace(SLOT, (_, place: string) => escaped(word(place))),
    text: text.replace(SLOT, (_, place: string) => word(place)),
    missing,
  };
}

/** The plate of a shape; null when filling it does not give what rendering gives. */
async function checkedPlate(
  letter: Letter & { language: string },
  { shape, words, whole }: { shape: Reader; words: readonly string[]; whole: Pressed },
): Promise<Plate | null> {
  const { html, text, missing } = await renderLetter({ ...letter, ...shape });
  const plate = { html, text, missing };
  const made = filled(plate, words);
  return made.html === whole.html && made.text === whole.text ? plate : null;
}
