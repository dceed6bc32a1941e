import "server-only";
import { getLocale } from "next-intl/server";
import { localeOf } from "@/lib/values/locale";
import { BROWSER_NAMESPACES, type BrowserArea } from "./browser-namespaces";
import { catalogueFor, isMessage, type Messages, once } from "./catalogue";

/**
 * What the browser needs to know of the catalogue in this part of app, in the person's language: as JSON, written once,
 * because a page hands on one text far faster than the thousand it holds.
 */
export async function browserWords(area: BrowserArea): Promise<string> {
  const locale = localeOf(await getLocale());
  return once(`browser ${locale} ${area}`, async () => {
    const catalogue = await catalogueFor(locale);
    const words: Messages = {};
    for (const path of BROWSER_NAMESPACES[area]) put(words, { path: path.split("."), from: catalogue });
    return JSON.stringify(words);
  });
}

/** Copies one branch of the catalogue to the same place of `words`; "*" stands for the words that hang on it directly. */
function put(words: Messages, { path, from }: { path: string[]; from: Messages }): void {
  const [key = "", ...rest] = path;
  if (key === "*") {
    for (const [name, text] of Object.entries(from)) if (isMessage(text)) words[name] = text;
    return;
  }
  const branch = from[key];
  if (branch === undefined) return;
  if (rest.length === 0 || isMessage(branch)) {
    words[key] = branch;
    return;
  }
  const kept = words[key];
  const inner = kept && !isMessage(kept) ? kept : {};
  words[key] = inner;
  put(inner, { path: rest, from: branch });
}
