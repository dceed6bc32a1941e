import { getCountries, isSupportedCountry } from "libphonenumber-js";
import { LOCALES } from "@/lib/values/locale";
import { foldText } from "@/lib/values/text";

const set = (words: string) => new Set(words.split(" "));
const YES = set("yes y true t 1 x on si s ✓ ✔");
const NO = set("no n false f 0 off");

export function readYesNo(text: string): boolean | null {
  const word = foldText(text.trim());
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}

export type Standing = "ACTIVE" | "INACTIVE" | "PROSPECT";

const STANDINGS: Record<Standing, Set<string>> = {
  ACTIVE: set("active current open enrolled engaged activo activa"),
  INACTIVE: set("inactive closed former archived dormant ended terminated cancelled canceled inactivo inactiva"),
  PROSPECT: set("prospect prospective potential prospecto"),
};

/** The standing a status word carries; null for a word of the organization's own ("Hold for Credit Check"). */
export function readStanding(text: string): Standing | null {
  const word = foldText(text.trim());
  const found = Object.entries(STANDINGS).find(([, words]) => words.has(word));
  return found ? (found[0] as Standing) : null;
}

const LANGUAGE_WORDS: Record<string, string> = { eng: "en", spa: "es", castellano: "es", chinese: "zh", farsi: "fa" };

let languageCodes: Map<string, string> | null = null;

/** The two letters of every language that has them (ISO 639-1), by its English, its Spanish and its own name. */
function codesOfLanguages(): Map<string, string> {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const namesIn = (locale: string) => new Intl.DisplayNames(locale, { type: "language", fallback: "none" });
  const english = namesIn("en");
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => english.of(code));
  const ours = LOCALES.map(namesIn);
  const named = codes.flatMap((code) =>
    [namesIn(code), ...ours].flatMap((names) =>
      [names.of(code) ?? []].flat().map((name) => [foldText(name), code] as const),
    ),
  );
  return new Map([...named, ...Object.entries(LANGUAGE_WORDS), ...codes.map((code) => [code, code] as const)]);
}

/** A language of this world by name or code ("Polish", "polski", "pl-PL") as its code in ISO 639-1. */
export function readLanguageCode(text: string): string | null {
  languageCodes ??= codesOfLanguages();
  const word = foldText(text.trim());
  return languageCodes.get(word) ?? languageCodes.get(/^([a-z]{2})[-_][a-z0-9]+$/.exec(word)?.[1] ?? "") ?? null;
}

type Listed = { id: string; label: string };

/** A language of the administrators' list by its identifier, its name there, or any name it has elsewhere. */
export function readLanguage(text: string, listed: readonly Listed[]): string | null {
  const word = foldText(text.trim());
  const code = readLanguageCode(text);
  const found =
    listed.find(({ id, label }) => foldText(id) === word || foldText(label) === word) ??
    listed.find(({ id }) => id.toLowerCase() === code);
  return found?.id ?? null;
}

const COUNTRY_WORDS: Record<string, string> = {
  usa: "US",
  "u.s.": "US",
  "u.s.a.": "US",
  america: "US",
  "united states of america": "US",
  uk: "GB",
  "great britain": "GB",
};

let countryNames: Map<string, string> | null = null;

/** Every country that exists today, by its English and Spanish name. */
function namesOfCountries(): Map<string, string> {
  const pairs = ["en", "es"].flatMap((locale) => {
    const names = new Intl.DisplayNames(locale, { type: "region", fallback: "none" });
    return getCountries().flatMap((code): [string, string][] => {
      const name = names.of(code);
      return name ? [[foldText(name), code]] : [];
    });
  });
  return new Map([...pairs.reverse(), ...Object.entries(COUNTRY_WORDS)]);
}

/** A country by name or two letters as its ISO 3166 code. */
export function readCountry(text: string): string | null {
  countryNames ??= namesOfCountries();
  const code = text.trim().toUpperCase();
  return isSupportedCountry(code) ? code : (countryNames.get(foldText(text.trim())) ?? null);
}
