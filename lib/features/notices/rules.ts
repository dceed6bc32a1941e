import type { Colleague } from "./schema";

const AFTER_NAME = /^[\p{L}\p{N}]/u;

/**
 * Who is mentioned in a text as "@Given Family". The longest name counts, so that "@Ann Leigh" is not Ann Lei; two people
 * of one name are both meant.
 */
export function mentionedIn(text: string, colleagues: readonly Colleague[]): string[] {
  const folded = text.toLocaleLowerCase("en");
  const byName = [...colleagues].sort((one, other) => other.name.length - one.name.length);
  const found = new Set<string>();
  for (let at = folded.indexOf("@"); at >= 0; at = folded.indexOf("@", at + 1)) {
    const rest = folded.slice(at + 1);
    const named = byName.find(({ name }) => {
      const wanted = name.toLocaleLowerCase("en");
      return rest.startsWith(wanted) && !AFTER_NAME.test(rest.slice(wanted.length));
    });
    for (const { id, name } of named ? colleagues : []) {
      if (name.toLocaleLowerCase("en") === named?.name.toLocaleLowerCase("en")) found.add(id);
    }
  }
  return [...found];
}
