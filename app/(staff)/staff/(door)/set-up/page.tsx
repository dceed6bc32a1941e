import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Door } from "@/components/sign-in/door";
import { SetUpForm } from "@/components/sign-in/set-up-form";
import { setUpAction } from "@/lib/features/accounts/set-up/actions";
import { isUnclaimed } from "@/lib/features/accounts/set-up/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { listTimeZones } from "@/lib/values/time-zone";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in"))("setUp.title") };
}

export default async function SetUpPage() {
  await admit("public.sign-in");
  if (!(await isUnclaimed())) notFound();
  const [organization, t] = await Promise.all([findSetting("organization"), getTranslations("sign-in")]);
  return (
    <Door title={t("setUp.title")} intro={<p>{t("setUp.intro")}</p>}>
      <SetUpForm action={setUpAction} zones={listTimeZones()} zone={organization.timeZone} />
    </Door>
  );
}
