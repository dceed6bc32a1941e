import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { GroupRow } from "@/lib/features/accounts/groups/schema";
import { paths } from "@/lib/paths";

/** Groups of rights and how many accounts belong to each. */
export function GroupTable({ groups }: { groups: readonly GroupRow[] }) {
  const t = useTranslations("accounts");
  const columns: Column<GroupRow>[] = [
    { key: "name", header: t("groups.name"), cell: ({ name }) => name, primary: true },
    { key: "about", header: t("groups.about"), cell: ({ description }) => description || "—" },
    {
      key: "members",
      header: t("groups.members"),
      cell: ({ defaultFor, members }) =>
        defaultFor
          ? t("groups.forRole", { role: t(`roles.${defaultFor}`) })
          : t("groups.memberCount", { count: members }),
    },
  ];
  return (
    <DataTable
      caption={t("groups.title")}
      columns={columns}
      rows={groups}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.staff.admin.group(id)}
    />
  );
}
