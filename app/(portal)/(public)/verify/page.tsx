import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { VerificationPanel } from "@/components/agreements/verification-panel";
import { verifySearch } from "@/lib/features/agreements/verification/schema";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreements"))("verify.title") };
}

export default async function VerifyStartPage({ searchParams }: PageProps<"/verify">) {
  await admit("public.verify");
  const { code } = verifySearch.parse(await searchParams);
  if (code) redirect(paths.portal.verify(encodeURIComponent(code)));
  return <VerificationPanel verification={null} />;
}
