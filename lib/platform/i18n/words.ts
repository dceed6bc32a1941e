import "server-only";
import { getLocale } from "next-intl/server";
import { translatorFor } from "./translate";

/** The words of the person this page is for, by full key ("history.client.edited"). */
export async function pageWords(): Promise<Awaited<ReturnType<typeof translatorFor>>> {
  return translatorFor(await getLocale());
}
