import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChoosePasswordForm } from "@/components/sign-in/choose-password-form";
import { Door } from "@/components/sign-in/door";
import { SpentLink } from "@/components/sign-in/spent-link";
import { LinkButton } from "@/components/ui/link-button";
import { choosePasswordByLinkAction, sendNewLinkAction } from "@/lib/features/accounts/passwords/actions";
import { findAccountLink } from "@/lib/features/accounts/passwords/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in"))("choose.title") };
}

export default async function StaffSetPasswordPage({ params }: PageProps<"/staff/set-password/[token]">) {
  await admit("public.sign-in");
  const { token } = await params;
  const [link, t] = await Promise.all([findAccountLink(token), getTranslations("sign-in")]);
  if (!link)
    return (
      <Door title={t("welcome.unknownTitle")} intro={<p>{t("staffHelp")}</p>}>
        <div>
          <LinkButton href={paths.staff.signIn}>{t("welcome.signIn")}</LinkButton>
        </div>
      </Door>
    );
  if (link.spent)
    return (
      <Door title={t("welcome.spentTitle")} intro={<p>{t("welcome.spentBody")}</p>}>
        <SpentLink action={sendNewLinkAction} token={token} signInHref={paths.staff.signIn} />
      </Door>
    );
  return (
    <Door title={t("welcome.title", { name: link.firstName })} intro={<p>{t("welcome.intro")}</p>}>
      <ChoosePasswordForm action={choosePasswordByLinkAction} token={token} />
    </Door>
  );
}
