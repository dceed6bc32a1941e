/** The languages the product speaks. */
export const LOCALES = ["en", "es"] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = "en";

/** The organizations are American: 12-hour clock and month before day, in both languages. */
const INTL_TAGS: Record<Locale, string> = { en: "en-US", es: "es-US" };

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The language of ours in which somebody is written to who speaks this one: itself, else the usual one. */
export function localeOf(language: unknown): Locale {
  return isLocale(language) ? language : DEFAULT_LOCALE;
}

const names = new Map<Locale, Intl.DisplayNames>();

/** A language of the administrators' list in the words of the reader; in its own where the code is not a usual one. */
export function languageName({ identifier, name }: { identifier: string; name: string }, locale: Locale): string {
  if (locale === DEFAULT_LOCALE || !/^[a-z]{2,3}$/i.test(identifier)) return name;
  const known = names.get(locale) ?? new Intl.DisplayNames(intlTag(locale), { type: "language", fallback: "none" });
  names.set(locale, known);
  return known.of(identifier) ?? name;
}

/** The BCP 47 tag that formatting uses for a language of the product. */
export function intlTag(locale: Locale): string {
  return INTL_TAGS[locale];
}
