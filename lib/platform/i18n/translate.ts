import "server-only";
import format from "icu-minify/format";
import { MESSAGE_FORMATTERS } from "@/lib/values/format";
import { intlTag, type Locale, localeOf } from "@/lib/values/locale";
import { catalogueFor, isMessage, type Message, type Messages } from "./catalogue";

export type Translate = (key: string, values?: Record<string, string | number>) => string;

/**
 * Words outside a page, for jobs and answers to forms: `key` begins with its namespace ("refusals.notFound").
 * Unlike next-intl's own hooks it works where no request is, and in a process that was not built. A key without words
 * comes back as it is.
 */
export async function translatorFor(
  language: string,
): Promise<Translate & { has: (key: string) => boolean; locale: Locale }> {
  const locale = localeOf(language);
  const catalogue = await catalogueFor(locale);
  const translate = (key: string, values?: Record<string, string | number>) => {
    const message = messageAt(catalogue, key);
    if (message === null) return key;
    return String(format(message, intlTag(locale), values, { formatters: MESSAGE_FORMATTERS, timeZone: "UTC" }));
  };
  return Object.assign(translate, { has: (key: string) => messageAt(catalogue, key) !== null, locale });
}

function messageAt(catalogue: Messages, key: string): Message | null {
  let found: Message | Messages | undefined = catalogue;
  for (const part of key.split(".")) found = found === undefined || isMessage(found) ? undefined : found[part];
  return found !== undefined && isMessage(found) ? found : null;
}
