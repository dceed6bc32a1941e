import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LetterStep } from "@/components/mailings/letter-step";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { selectionAddress } from "@/lib/features/clients/schema";
import { keepLetterAction, writeLetterAction } from "@/lib/features/mailings/actions";
import { findChosen, findLetterOffer, findLetterToWrite } from "@/lib/features/mailings/drafts/queries";
import { letterSearch } from "@/lib/features/mailings/schema";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "New Mailing" };

export default async function NewMailingPage({ searchParams }: PageProps<"/staff/mailings/new">) {
  const actor = await admit("mailings.prepare");
  const address = await searchParams;
  const selection = selectionAddress.parse(address);
  const [chosen, letter, offer, t] = await Promise.all([
    findChosen(actor, selection),
    findLetterToWrite(actor, { written: null, template: letterSearch.parse(address).template }),
    findLetterOffer(actor),
    getTranslations("mailings"),
  ]);
  if (!chosen) {
    const { words } = offer;
    const choose = <LinkButton href={paths.staff.openClients}>{t("list.choose", words)}</LinkButton>;
    return <EmptyState kind="new" level={1} title={t("nobody.title")} body={t("nobody.body", words)} action={choose} />;
  }
  return (
    <LetterStep
      chosen={chosen}
      draft={{ ...letter, mailingId: null, version: 0, selection }}
      reached="write"
      offer={offer}
      actions={{ write: writeLetterAction, keep: keepLetterAction }}
    />
  );
}
