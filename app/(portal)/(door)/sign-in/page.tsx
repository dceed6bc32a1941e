import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Door } from "@/components/sign-in/door";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { TextLink } from "@/components/ui/text-link";
import { doorSearch } from "@/lib/features/accounts/schema";
import { signInToPortalAction } from "@/lib/features/portal-logins/sign-ins/actions";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { returnPath } from "@/lib/platform/access/return-path";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in"))("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const actor = await admit("public.sign-in");
  const asked = doorSearch.parse(await searchParams).return;
  if (actor.kind === "contact") redirect(returnPath(asked, "portal"));
  const t = await getTranslations("sign-in");
  return (
    <Door title={t("title")}>
      <SignInForm action={signInToPortalAction} known="name" returnTo={asked} />
      <div className="grid gap-3 border-border border-t pt-5 text-muted">
        <p>{t("firstTime")}</p>
        <p>
          <TextLink href={paths.staff.signIn}>{t("toStaff")}</TextLink>
        </p>
      </div>
    </Door>
  );
}
