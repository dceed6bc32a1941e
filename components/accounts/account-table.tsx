import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { StatusChip } from "@/components/ui/status-chip";
import type { AccountRow } from "@/lib/features/accounts/team/schema";
import { paths } from "@/lib/paths";

/** An account with its last sign-in in words. */
export type AccountItem = Omit<AccountRow, "lastSignInAt" | "createdAt"> & { lastSignIn: string | null };

/** Who works in the back office. */
export function AccountTable({ accounts }: { accounts: readonly AccountItem[] }) {
  const t = useTranslations("accounts");
  const columns: Column<AccountItem>[] = [
    { key: "name", header: t("fields.name"), cell: ({ name }) => name, primary: true },
    { key: "email", header: t("fields.email"), cell: ({ email }) => <span className="break-all">{email}</span> },
    { key: "role", header: t("fields.role"), cell: ({ role }) => t(`roles.${role}`) },
    {
      key: "status",
      header: t("fields.status"),
      cell: ({ active }) => (
        <StatusChip tone={active ? "success" : "neutral"}>{t(active ? "active" : "inactive")}</StatusChip>
      ),
    },
    {
      key: "secondFactor",
      header: t("fields.secondFactor"),
      cell: ({ secondFactor }) => t(secondFactor ? "on" : "off"),
      hideOnPhone: true,
    },
    {
      key: "lastSignIn",
      header: t("fields.lastSignIn"),
      cell: ({ lastSignIn, hasPassword }) => lastSignIn ?? t(hasPassword ? "never" : "waiting"),
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      columns={columns}
      rows={accounts}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.staff.admin.account(id)}
    />
  );
}
