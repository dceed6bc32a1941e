import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { RecordLayout } from "@/components/ui/record-layout";
import { TextLink } from "@/components/ui/text-link";
import type { GroupRecord as Group } from "@/lib/features/accounts/groups/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { DeleteGroup } from "./delete-group";
import { GroupForm } from "./group-form";

type GroupRecordProps = Omit<ComponentProps<typeof GroupForm>, "group"> & { group: Group; remove: ServerAction };

/** One group: its rights, and who belongs to it. */
export function GroupRecord({ group, remove, ...form }: GroupRecordProps) {
  const t = useTranslations("accounts.groups");
  const words = {
    label: t("delete"),
    title: t("deleteTitle", { name: group.name }),
    body: t("deleteBody"),
  };
  const mayGo = group.defaultFor === null && group.members.length === 0;
  const aside = (
    <Card title={t("members")}>
      {group.defaultFor ? (
        <p className="text-muted">{t("everybodyElse")}</p>
      ) : (
        <ul className="grid gap-1">
          {group.members.map(({ id, name }) => (
            <li key={id}>
              <TextLink href={paths.staff.admin.account(id)}>{name}</TextLink>
            </li>
          ))}
          {group.members.length === 0 && <li className="text-muted">{t("memberCount", { count: 0 })}</li>}
        </ul>
      )}
    </Card>
  );
  return (
    <>
      <PageHeader
        title={group.name}
        back={{ href: paths.staff.admin.groups, label: t("title") }}
        actions={mayGo && <DeleteGroup groupId={group.id} words={words} action={remove} />}
      />
      <RecordLayout aside={aside}>
        <GroupForm group={group} {...form} />
      </RecordLayout>
    </>
  );
}
