import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { RecordLayout } from "@/components/ui/record-layout";
import { StatusChip } from "@/components/ui/status-chip";
import { TextLink } from "@/components/ui/text-link";
import { paths } from "@/lib/paths";
import { AccountActionsCard } from "./account-actions-card";
import type { AccountItem } from "./account-table";

type AccountRecordProps = {
  account: AccountItem & { practitioner: { id: string; name: string } | null; own: boolean };
  created: string;
  actions: ComponentProps<typeof AccountActionsCard>["actions"];
};

/** One account, with what can be done about it. */
export function AccountRecord({ account, created, actions }: AccountRecordProps) {
  const t = useTranslations("accounts");
  const { id, name, active, secondFactor, own, practitioner } = account;
  return (
    <>
      <PageHeader
        title={name}
        status={<StatusChip tone={active ? "success" : "neutral"}>{t(active ? "active" : "inactive")}</StatusChip>}
        facts={[t(`roles.${account.role}`), account.email]}
        back={{ href: paths.staff.admin.accounts, label: t("title") }}
      />
      <RecordLayout aside={<AccountActionsCard account={{ id, name, active, secondFactor, own }} actions={actions} />}>
        <Card>
          <DefinitionList
            items={[
              { term: t("fields.email"), value: account.email },
              { term: t("fields.role"), value: t(`roles.${account.role}`) },
              {
                term: t("fields.lastSignIn"),
                value: account.lastSignIn ?? t(account.hasPassword ? "never" : "waiting"),
              },
              { term: t("fields.secondFactor"), value: t(secondFactor ? "on" : "off") },
              { term: t("fields.created"), value: created },
              {
                term: t("fields.practitioner"),
                value: practitioner ? (
                  <TextLink href={paths.staff.practitioner(practitioner.id)}>{practitioner.name}</TextLink>
                ) : (
                  t("fields.noPractitioner")
                ),
              },
            ]}
          />
        </Card>
      </RecordLayout>
    </>
  );
}
