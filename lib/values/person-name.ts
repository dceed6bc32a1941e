import { collapseWhitespace, foldText } from "./text";

export type PersonName = { firstName: string; lastName: string };

/** Words that begin a family name rather than end a given one. */
const PARTICLES = new Set("da das de del della der di do dos du el la le san st st. van von zu".split(" "));

/** "Amara Ali"; one of the two may be empty. */
export function fullName({ firstName, lastName }: PersonName): string {
  return collapseWhitespace(`${firstName} ${lastName}`);
}

/** "Ali, Amara": for lists in order of family name. */
export function lastFirst({ firstName, lastName }: PersonName): string {
  return [lastName.trim(), firstName.trim()].filter(Boolean).join(", ");
}

/** "AA": first letters of given and family name, for a round badge. */
export function initials({ firstName, lastName }: PersonName): string {
  return [firstName, lastName].map((name) => /\p{L}/u.exec(name)?.[0]?.toLocaleUpperCase("en") ?? "").join("");
}

/** Takes "Last, First" or "First Last" apart; a single word is a family name. */
export function splitName(text: string): PersonName {
  const name = collapseWhitespace(text);
  const comma = name.indexOf(",");
  if (comma >= 0) return { firstName: name.slice(comma + 1).trim(), lastName: name.slice(0, comma).trim() };
  const words = name.split(" ");
  const particle = words.findIndex((word, index) => index > 0 && PARTICLES.has(word.toLowerCase()));
  const cut = particle > 0 && particle < words.length - 1 ? particle : words.length - 1;
  return { firstName: words.slice(0, cut).join(" "), lastName: words.slice(cut).join(" ") };
}

/** What two names are compared by: accents, capitals, apostrophes and other punctuation do not count. */
export function nameKey(text: string): string {
  return foldText(text)
    .replace(/['’‘`´ʼ]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

export function personKey(name: PersonName): string {
  return `${nameKey(name.firstName)}|${nameKey(name.lastName)}`;
}
