import "server-only";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import compile from "icu-minify/compile";
import type { Locale } from "@/lib/values/locale";

type Texts = { [key: string]: string | Texts };
/** A message as it is drawn: plain text, or the pieces it is put together from. */
export type Message = ReturnType<typeof compile>;
export type Messages = { [key: string]: Message | Messages };

const loaded = new Map<string, Promise<unknown>>();

/**
 * All words of a language: one namespace per file of messages/<language>, English where a file is not translated. They
 * are taken apart once here, so that neither a page nor the browser reads their syntax again (next.config.ts).
 */
export function catalogueFor(locale: Locale): Promise<Messages> {
  return once(locale, async () => {
    const english = await readFolder("en");
    return locale === "en" ? english : { ...english, ...(await readFolder(locale)) };
  });
}

/** The letters that the system comes with: subject and body by key, as they are written. */
export function lettersFor<Key extends string>(
  locale: Locale,
): Promise<Record<Key, { subject: string; body: string }>> {
  return once(`letters ${locale}`, async () => readTexts(locale, LETTERS));
}

/** Reads once and keeps it. While developing, words change under the running server. */
export function once<Read>(key: string, read: () => Promise<Read>): Promise<Read> {
  const cached = loaded.get(key) as Promise<Read> | undefined;
  if (cached && process.env.NODE_ENV === "production") return cached;
  const reading = read();
  loaded.set(key, reading);
  return reading;
}

const LETTERS = "letters.json";

const folderOf = (locale: Locale) => path.join(/* turbopackIgnore: true */ process.cwd(), "messages", locale);

async function readTexts(locale: Locale, file: string) {
  return JSON.parse(await readFile(path.join(folderOf(locale), file), "utf8"));
}

async function readFolder(locale: Locale): Promise<Messages> {
  const files = (await readdir(folderOf(locale))).filter((file) => file.endsWith(".json") && file !== LETTERS);
  const namespaces = await Promise.all(
    files.map(async (file) => [file.slice(0, -".json".length), compiled(await readTexts(locale, file))]),
  );
  // The compiler's objects have no prototype, and React takes plain ones only.
  return structuredClone(Object.fromEntries(namespaces));
}

function compiled(texts: Texts): Messages {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, typeof text === "string" ? compile(text) : compiled(text)]),
  );
}

/** Whether this is one message rather than a branch of the catalogue. */
export function isMessage(branch: Message | Messages): branch is Message {
  return typeof branch === "string" || Array.isArray(branch);
}
