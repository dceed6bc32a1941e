import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Door } from "@/components/sign-in/door";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { TextLink } from "@/components/ui/text-link";
import { doorSearch } from "@/lib/features/accounts/schema";
import { isUnclaimed } from "@/lib/features/accounts/set-up/queries";
import { signInToAccountAction } from "@/lib/features/accounts/sign-ins/actions";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { returnPath } from "@/lib/platform/access/return-path";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in"))("staffTitle") };
}

export default async function StaffSignInPage({ searchParams }: PageProps<"/staff/sign-in">) {
  const actor = await admit("public.sign-in");
  const asked = doorSearch.parse(await searchParams).return;
  if (actor.kind === "account") redirect(returnPath(asked, "staff"));
  if (await isUnclaimed()) redirect(paths.staff.setUp);
  const t = await getTranslations("sign-in");
  return (
    <Door title={t("staffTitle")}>
      <SignInForm action={signInToAccountAction} known="email" returnTo={asked} />
      <div className="grid gap-3 border-border border-t pt-5 text-muted">
        <p>{t("staffHelp")}</p>
        <p>
          <TextLink href={paths.portal.signIn}>{t("toPortal")}</TextLink>
        </p>
      </div>
    </Door>
  );
}
