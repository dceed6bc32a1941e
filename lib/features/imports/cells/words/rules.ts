import { getCountries, isSupportedCountry } from "libphonenumber-js";
import { isLocale, type Locale } from "@/lib/values/locale";
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

const LANGUAGES: Record<string, Locale> = {
  english: "en",
  eng: "en",
  ingles: "en",
  spanish: "es",
  spa: "es",
  espanol: "es",
  castellano: "es",
};

/** A language by name or code ("Spanish", "español", "es-MX") that the product speaks. */
export function readLanguage(text: string): Locale | null {
  const word = foldText(text.trim());
  const code = /^([a-z]{2})([-_][a-z0-9]+)?$/.exec(word)?.[1];
  if (isLocale(code)) return code;
  return Object.hasOwn(LANGUAGES, word) ? (LANGUAGES[word] ?? null) : null;
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
