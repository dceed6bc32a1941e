import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js";

export type Phone = {
  /** "+17735556530": what is stored and compared. */
  e164: string;
  /** Digits only, without "x" or "ext.". */
  extension: string | null;
  /** As people of that country write it, extension included: "(773) 555-6530". */
  national: string;
};

const LONGEST = 60;

/**
 * Reads a number as written; one without a country prefix belongs to `country` (ISO 3166, two letters). Null where no
 * such number is possible. Possible, not valid: fictional 555 numbers and new number ranges must pass.
 */
export function parsePhone(text: string, country = "US"): Phone | null {
  if (text.length > LONGEST || !/\d/.test(text) || !isSupportedCountry(country)) return null;
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: country as CountryCode, extract: false });
  if (!parsed?.isPossible()) return null;
  return { e164: parsed.number, extension: parsed.ext ?? null, national: parsed.formatNational() };
}

/** A stored number as people read it, national at home and with its country prefix abroad; unreadable text as it is. */
export function displayPhone(stored: string, country = "US"): string {
  const parsed = parsePhoneNumberFromString(stored);
  if (!parsed) return stored;
  return parsed.country === country ? parsed.formatNational() : parsed.formatInternational();
}

/** How a number is kept in one column: "+17735556530" or, with an extension, "+17735556530;ext=12" (RFC 3966). */
export function storedPhone({ e164, extension }: Phone): string {
  return extension ? `${e164};ext=${extension}` : e164;
}

/** What was typed into a phone field, as it is kept: in one notation where it is a number, else as typed. */
export function keptPhone(typed: string | null, country = "US"): string | null {
  const phone = typed === null ? null : parsePhone(typed, country);
  return phone ? storedPhone(phone) : typed;
}

/** What a press on a stored number dials; the extension after a pause. */
export function phoneHref(stored: string): string {
  return `tel:${stored.replace(/;ext=/, ",")}`;
}
