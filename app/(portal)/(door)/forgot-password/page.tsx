import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AskPasscodeForm } from "@/components/sign-in/ask-passcode-form";
import { Door } from "@/components/sign-in/door";
import { askForPasscodeAction } from "@/lib/features/portal-logins/passcodes/actions";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in"))("forgot.title") };
}

export default async function ForgotPasswordPage() {
  await admit("public.sign-in");
  const t = await getTranslations("sign-in");
  return (
    <Door title={t("forgot.title")} intro={<p>{t("forgot.intro")}</p>}>
      <AskPasscodeForm action={askForPasscodeAction} />
    </Door>
  );
}
