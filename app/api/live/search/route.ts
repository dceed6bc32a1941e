import { getTranslations } from "next-intl/server";
import { searchAnswer } from "@/lib/features/clients/search/copy";
import { searchEverything } from "@/lib/features/clients/search/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admitRequest } from "@/lib/platform/access/admit-request";

const LONGEST = 100;

export async function GET(request: Request) {
  const { actor, refused } = await admitRequest("search.use");
  if (refused) return refused;
  const typed = (new URL(request.url).searchParams.get("q") ?? "").slice(0, LONGEST);
  const [hits, terms, t] = await Promise.all([
    searchEverything(actor, typed),
    findSetting("terminology"),
    getTranslations("contacts"),
  ]);
  const answer = searchAnswer(hits, {
    client: terms.client.plural,
    contact: t("title"),
    prospect: terms.prospect.plural,
  });
  return Response.json(answer, { headers: { "cache-control": "no-store" } });
}
