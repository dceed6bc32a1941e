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
  const { agreements, text } = await findPortalAgreements(actor);
  const signed = agreements.find(({ clientId }) => clientId === search.signed);
  return (
    <SignAgreementPanel
      signerName={actor.name}
      agreements={agreements}
      text={text}
      chosen={text && chosenToSign(agreements, search.client ?? null)}
      signedNow={signed?.standing === "current"}
    />
  );
}
