import { foldText } from "@/lib/values/text";

/** "ZIP CODE", "zipCode" and "Zip_Code:" all become "zip code". */
export function headerWords(header: string): string {
  return foldText(header.replace(/([a-z])([A-Z])/g, "$1 $2"))
    .replace(/[^a-z0-9#]+/g, " ")
    .trim();
}

function pairsOf(text: string): Map<string, number> {
  const letters = text.replaceAll(" ", "");
  const pairs = new Map<string, number>();
  for (let index = 0; index < letters.length - 1; index++) {
    const pair = letters.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Dice's coefficient over letter pairs: 1 for the same letters in the same order, 0 for nothing in common. */
function likeness(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  let shared = 0;
  let total = 0;
  for (const [pair, count] of left) {
    shared += Math.min(count, right.get(pair) ?? 0);
    total += count;
  }
  for (const count of right.values()) total += count;
  return total === 0 ? 0 : (2 * shared) / total;
}

/** Short words differ by one letter and mean something else ("name", "date"), so only longer ones may be misspelt. */
const SHORTEST_MISSPELT = 5;

/** How surely a header means one of the synonyms: 1 the same words, 0.95 in another order, less when misspelt. */
export function headerScore(header: string, synonyms: readonly string[]): number {
  const words = headerWords(header);
  const sorted = words.split(" ").sort().join(" ");
  const scores = synonyms.map((synonym, index) => {
    const wanted = headerWords(synonym);
    // Earlier synonyms are the more certain ones.
    if (words === wanted) return 1 - Math.min(index, 40) / 1_000;
    if (sorted === wanted.split(" ").sort().join(" ")) return 0.95;
    return Math.min(words.length, wanted.length) < SHORTEST_MISSPELT ? 0 : likeness(words, wanted) * 0.9;
  });
  return Math.max(0, ...scores);
}
