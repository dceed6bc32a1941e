import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GroupForm } from "@/components/accounts/group-form";
import { PageHeader } from "@/components/ui/page-header";
import { createGroupAction } from "@/lib/features/accounts/groups/actions";
import { shownRights } from "@/lib/features/accounts/groups/rules";
import { termValues } from "@/lib/features/clients/copy";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("groups.new") };
}

export default async function NewGroupPage() {
  await admit("accounts.change-rights");
  const [terms, t] = await Promise.all([findSetting("terminology"), getTranslations("accounts.groups")]);
  return (
    <>
      <PageHeader title={t("new")} back={{ href: paths.staff.admin.groups, label: t("title") }} />
      <GroupForm group={null} rights={shownRights(null)} values={termValues(terms)} action={createGroupAction} />
    </>
  );
}
