import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AccountRightsForm } from "@/components/accounts/account-rights-form";
import { PageHeader } from "@/components/ui/page-header";
import { changeRightsAction } from "@/lib/features/accounts/rights/actions";
import { findAccountRights } from "@/lib/features/accounts/rights/queries";
import { termValues } from "@/lib/features/clients/copy";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("rights.title") };
}

export default async function AccountRightsPage({ params }: PageProps<"/staff/admin/accounts/[accountId]/rights">) {
  const actor = await admit("accounts.change-rights");
  const account = await findAccountRights(actor, (await params).accountId);
  if (!account) notFound();
  const [terms, t] = await Promise.all([findSetting("terminology"), getTranslations("accounts")]);
  const back = { href: paths.staff.admin.account(account.id), label: account.name };
  return (
    <>
      <PageHeader title={t("rights.title")} back={back} />
      <AccountRightsForm account={account} values={termValues(terms)} action={changeRightsAction} />
    </>
  );
}
