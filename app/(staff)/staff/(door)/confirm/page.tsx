import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ConfirmForm } from "@/components/sign-in/confirm-form";
import { Door } from "@/components/sign-in/door";
import { confirmPasswordAction } from "@/lib/features/accounts/actions";
import { doorSearch } from "@/lib/features/accounts/schema";
import { findSecondFactor } from "@/lib/features/accounts/second-factor/queries";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sign-in"))("confirm.title") };
}

export default async function ConfirmPage({ searchParams }: PageProps<"/staff/confirm">) {
  const actor = await admit("administrator-mode.enter");
  const [{ on }, t] = await Promise.all([findSecondFactor(actor), getTranslations("sign-in")]);
  return (
    <Door
      title={t("confirm.title")}
      intro={<p>{t(actor.isAdministrator ? "confirm.administrator" : "confirm.staff")}</p>}
    >
      <ConfirmForm
        action={confirmPasswordAction}
        withCode={on}
        returnTo={doorSearch.parse(await searchParams).return}
      />
    </Door>
  );
}
