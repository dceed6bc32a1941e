import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountForm } from "@/components/accounts/account-form";
import { PageHeader } from "@/components/ui/page-header";
import { createAccountAction } from "@/lib/features/accounts/team/actions";
import { listPractitionersWithoutAccount } from "@/lib/features/accounts/team/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("new") };
}

export default async function NewAccountPage() {
  const actor = await admit("accounts.manage");
  const [practitioners, t] = await Promise.all([listPractitionersWithoutAccount(actor), getTranslations("accounts")]);
  return (
    <>
      <PageHeader title={t("new")} back={{ href: paths.staff.admin.accounts, label: t("title") }} />
      <AccountForm action={createAccountAction} practitioners={practitioners} />
    </>
  );
}
