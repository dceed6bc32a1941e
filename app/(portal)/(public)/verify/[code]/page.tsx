import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VerificationPanel } from "@/components/agreements/verification-panel";
import { verifySignature } from "@/lib/features/agreements/verification/queries";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreements"))("verify.title"), robots: { index: false } };
}

export default async function VerifyPage({ params }: PageProps<"/verify/[code]">) {
  const actor = await admit("public.verify");
  const { code } = await params;
  return <VerificationPanel verification={await verifySignature(actor, code.slice(0, 100))} />;
}
