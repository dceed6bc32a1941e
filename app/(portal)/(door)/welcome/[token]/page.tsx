import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChoosePasswordForm } from "@/components/sign-in/choose-password-form";
import { Door } from "@/components/sign-in/door";
import { SpentLink } from "@/components/sign-in/spent-link";
import { LinkButton } from "@/components/ui/link-button";
import { choosePortalPasswordAction, sendNewPortalLinkAction } from "@/lib/features/portal-logins/passwords/actions";
import { findWelcomeLink } from "@/lib/features/portal-logins/passwords/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in"))("choose.title") };
}

export default async function WelcomePage({ params }: PageProps<"/welcome/[token]">) {
  await admit("public.sign-in");
  const { token } = await params;
  const [link, t] = await Promise.all([findWelcomeLink(token), getTranslations("sign-in")]);
  if (!link)
    return (
      <Door title={t("welcome.unknownTitle")} intro={<p>{t("welcome.unknownBody")}</p>}>
        <div>
          <LinkButton href={paths.portal.signIn}>{t("welcome.signIn")}</LinkButton>
        </div>
      </Door>
    );
  if (link.spent)
    return (
      <Door title={t("welcome.spentTitle")} intro={<p>{t("welcome.spentBody")}</p>}>
        <SpentLink action={sendNewPortalLinkAction} token={token} signInHref={paths.portal.signIn} />
      </Door>
    );
  return (
    <Door title={t("welcome.title", { name: link.firstName })} intro={<p>{t("welcome.intro")}</p>}>
      <ChoosePasswordForm action={choosePortalPasswordAction} token={token} />
    </Door>
  );
}
