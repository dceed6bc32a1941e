import "server-only";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Locale } from "@/lib/values/locale";

export type Messages = { [key: string]: string | Messages };

const loaded = new Map<Locale, Promise<Messages>>();

/** All words of a language: one namespace per file of messages/<language>, English where a file is not translated. */
export function catalogueFor(locale: Locale): Promise<Messages> {
  const cached = loaded.get(locale);
  // While developing, words change under the running server.
  if (cached && process.env.NODE_ENV === "production") return cached;
  const reading = readCatalogue(locale);
  loaded.set(locale, reading);
  return reading;
}

async function readCatalogue(locale: Locale): Promise<Messages> {
  const english = await readFolder("en");
  return locale === "en" ? english : { ...english, ...(await readFolder(locale)) };
}

async function readFolder(locale: Locale): Promise<Messages> {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), "messages", locale);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json"));
  const namespaces = await Promise.all(
    files.map(async (file) => [
      file.slice(0, -".json".length),
      JSON.parse(await readFile(path.join(folder, file), "utf8")),
    ]),
  );
  return Object.fromEntries(namespaces);
}
