import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SignAgreementPanel } from "@/components/agreements/sign-agreement-panel";
import { findPortalAgreements } from "@/lib/features/agreements/portal/queries";
import { chosenToSign } from "@/lib/features/agreements/rules";
import { signSearch } from "@/lib/features/agreements/schema";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreements"))("title") };
}

export default async function SignAgreementPage({ searchParams }: PageProps<"/sign-agreement">) {
  const actor = await admit("portal.sign-agreement");
  const search = signSearch.safeParse(await searchParams).data ?? {};
  const { agreements, texts } = await findPortalAgreements(actor);
  const signed = agreements.find(({ clientId }) => clientId === search.signed);
  const chosen = chosenToSign(
    agreements.filter(({ textId }) => textId !== null),
    search.client ?? null,
  );
  return (
    <SignAgreementPanel
      signerName={actor.name}
      agreements={agreements}
      text={texts.find(({ id }) => id === chosen?.textId) ?? null}
      chosen={chosen}
      signedNow={signed?.standing === "current"}
    />
  );
}
