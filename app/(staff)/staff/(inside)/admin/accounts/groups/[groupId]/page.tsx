import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { GroupRecord } from "@/components/accounts/group-record";
import { deleteGroupAction, editGroupAction } from "@/lib/features/accounts/groups/actions";
import { findGroup } from "@/lib/features/accounts/groups/queries";
import { shownRights } from "@/lib/features/accounts/groups/rules";
import { termValues } from "@/lib/features/clients/copy";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("accounts"))("groups.title") };
}

export default async function GroupPage({ params }: PageProps<"/staff/admin/accounts/groups/[groupId]">) {
  const actor = await admit("accounts.change-rights");
  const [group, terms] = await Promise.all([findGroup(actor, (await params).groupId), findSetting("terminology")]);
  if (!group) notFound();
  return (
    <GroupRecord
      group={group}
      rights={shownRights(group.rights)}
      values={termValues(terms)}
      action={editGroupAction}
      remove={deleteGroupAction}
    />
  );
}
