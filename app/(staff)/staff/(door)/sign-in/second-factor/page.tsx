import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Door } from "@/components/sign-in/door";
import { SecondFactorForm } from "@/components/sign-in/second-factor-form";
import { doorSearch } from "@/lib/features/accounts/schema";
import { giveSecondFactorAction } from "@/lib/features/accounts/sign-ins/actions";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in"))("secondFactor.title") };
}

export default async function SecondFactorPage({ searchParams }: PageProps<"/staff/sign-in/second-factor">) {
  const actor = await admit("public.sign-in");
  if (actor.kind !== "anonymous" || actor.pending?.step !== "second-factor") redirect(paths.staff.signIn);
  const [organization, t] = await Promise.all([findSetting("organization"), getTranslations("sign-in")]);
  return (
    <Door title={t("secondFactor.title")} intro={<p>{t("secondFactor.intro", { organization: organization.name })}</p>}>
      <SecondFactorForm action={giveSecondFactorAction} returnTo={doorSearch.parse(await searchParams).return} />
    </Door>
  );
}
