import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountTabs } from "@/components/accounts/account-tabs";
import { GroupTable } from "@/components/accounts/group-table";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { listGroups } from "@/lib/features/accounts/groups/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("groups.title") };
}

export default async function GroupsPage() {
  const actor = await admit("accounts.manage");
  const [groups, t] = await Promise.all([listGroups(actor), getTranslations("accounts.groups")]);
  const add = (
    <LinkButton href={paths.staff.admin.newGroup} variant="primary" icon={<Plus aria-hidden />}>
      {t("new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={add} />
      <AccountTabs current="groups" />
      <Card padded={false}>
        <GroupTable groups={groups} />
      </Card>
    </>
  );
}
