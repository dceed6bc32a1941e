import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Door } from "@/components/sign-in/door";
import { HelpLines } from "@/components/sign-in/help-lines";
import { PasscodeForm } from "@/components/sign-in/passcode-form";
import { LinkButton } from "@/components/ui/link-button";
import { givePasscodeAction } from "@/lib/features/portal-logins/passcodes/actions";
import { listHelpLines } from "@/lib/features/portal-logins/passcodes/queries";
import { PASSCODE_MINUTES } from "@/lib/features/portal-logins/passcodes/rules";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { passcodeToken } from "@/lib/platform/access/browser";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in"))("passcode.title") };
}

export default async function PasscodePage() {
  await admit("public.sign-in");
  const t = await getTranslations("sign-in");
  if ((await passcodeToken()) === null)
    return (
      <Door title={t("passcode.otherBrowserTitle")} intro={<p>{t("passcode.otherBrowser")}</p>}>
        <div>
          <LinkButton href={paths.portal.forgotPassword} variant="primary">
            {t("passcode.again")}
          </LinkButton>
        </div>
      </Door>
    );
  const intro = [t("passcode.sent"), t("passcode.rules", { minutes: PASSCODE_MINUTES })];
  return (
    <Door title={t("passcode.title")} intro={intro.map((sentence) => <p key={sentence}>{sentence}</p>)}>
      <PasscodeForm action={givePasscodeAction} />
      <HelpLines text={t("passcode.nothing")} lines={await listHelpLines()} />
    </Door>
  );
}
