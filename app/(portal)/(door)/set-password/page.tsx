import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChoosePasswordForm } from "@/components/sign-in/choose-password-form";
import { Door } from "@/components/sign-in/door";
import { LinkButton } from "@/components/ui/link-button";
import { doorSearch } from "@/lib/features/accounts/schema";
import { choosePortalPasswordAction } from "@/lib/features/portal-logins/passwords/actions";
import { findPasswordRight } from "@/lib/features/portal-logins/passwords/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { passcodeToken } from "@/lib/platform/access/browser";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in"))("choose.title") };
}

export default async function SetPasswordPage({ searchParams }: PageProps<"/set-password">) {
  const actor = await admit("public.sign-in");
  const right = await findPasswordRight(actor, { browserToken: await passcodeToken(), linkToken: null });
  const t = await getTranslations("sign-in");
  if (!right)
    return (
      <Door title={t("choose.gone")} intro={<p>{t("choose.goneBody")}</p>}>
        <div>
          <LinkButton href={paths.portal.forgotPassword} variant="primary">
            {t("passcode.again")}
          </LinkButton>
        </div>
      </Door>
    );
  const intro = right.by === "temporary" ? <p>{t("choose.temporary")}</p> : null;
  return (
    <Door title={t("choose.title")} intro={intro}>
      <ChoosePasswordForm action={choosePortalPasswordAction} returnTo={doorSearch.parse(await searchParams).return} />
    </Door>
  );
}
