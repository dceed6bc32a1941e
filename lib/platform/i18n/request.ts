import { getRequestConfig } from "next-intl/server";
import { pageActor } from "@/lib/platform/access/page-actor";
import { DEFAULT_LOCALE, isLocale } from "@/lib/values/locale";
import { catalogueFor } from "./catalogue";

/** The language follows the person, not the browser; signed out it is what the browser chose. */
export default getRequestConfig(async () => {
  const actor = await pageActor();
  // The back office speaks English only.
  const locale = actor.kind !== "account" && isLocale(actor.language) ? actor.language : DEFAULT_LOCALE;
  return { locale, messages: await catalogueFor(locale), timeZone: "UTC" };
});
