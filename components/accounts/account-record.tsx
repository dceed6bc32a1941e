import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { StaffNotesForm } from "@/components/clients/staff-notes-form";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { RecordLayout } from "@/components/ui/record-layout";
import { StatusChip } from "@/components/ui/status-chip";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextLink } from "@/components/ui/text-link";
import type { StaffNote } from "@/lib/features/clients/notes/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { formatList } from "@/lib/values/format";
import { AccountActionsCard } from "./account-actions-card";
import type { AccountItem } from "./account-table";
import { InactivateAccount } from "./inactivate-account";

type AccountRecordProps = {
  account: AccountItem & {
    practitioner: { id: string; name: string; active: boolean } | null;
    own: boolean;
    groups: readonly string[];
    centers: readonly string[];
  };
  values: Record<string, string>;
  /** Additional Information; null where who looks may not know. */
  notes: { note: StaffNote; help: Record<string, string> } | null;
  created: string;
  actions: ComponentProps<typeof AccountActionsCard>["actions"] &
    ComponentProps<typeof InactivateAccount>["actions"] & { note: ServerAction; reactivatePractitioner: ServerAction };
};

/** One account, with what can be done about it. */
export function AccountRecord({ account, values, notes, created, actions }: AccountRecordProps) {
  const t = useTranslations("accounts");
  const words = useTranslations("clients.notes");
  const { id, name, active, secondFactor, own, practitioner } = account;
  const aside = (
    <>
      <AccountActionsCard account={{ id, name, active, secondFactor, own }} actions={actions} />
      {notes && (
        <Card title={words("title")}>
          <StaffNotesForm
            note={notes.note}
            subject={{ kind: "account", id }}
            help={words("help", notes.help)}
            action={actions.note}
          />
        </Card>
      )}
    </>
  );
  return (
    <>
      <PageHeader
        title={name}
        status={<StatusChip tone={active ? "success" : "neutral"}>{t(active ? "active" : "inactive")}</StatusChip>}
        facts={[t(`roles.${account.role}`), account.email]}
        back={{ href: paths.staff.admin.accounts, label: t("title") }}
        actions={
          <>
            <LinkButton href={paths.staff.admin.accountRights(id)}>{t("edit")}</LinkButton>
            {active && !own && <LinkButton href={paths.staff.admin.leaveAccount(id)}>{t("handOver")}</LinkButton>}
            {!own && (
              <InactivateAccount
                account={{ id, name, active }}
                practitionerToo={practitioner?.active ? t("inactivatePractitioner", { ...values, name }) : null}
                actions={{ inactivate: actions.inactivate, reactivate: actions.reactivate }}
              />
            )}
          </>
        }
      />
      {practitioner && !practitioner.active && (
        <Banner
          tone="info"
          action={
            active && (
              <Form action={actions.reactivatePractitioner}>
                <input type="hidden" name="practitionerId" value={practitioner.id} />
                <SubmitButton variant="secondary" size="sm">
                  {t("reactivatePractitioner", { name: practitioner.name })}
                </SubmitButton>
              </Form>
            )
          }
        >
          {t(active ? "practitionerStays" : "practitionerInactive", { ...values, name: practitioner.name })}
        </Banner>
      )}
      <RecordLayout aside={aside}>
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
              { term: t("rights.groups"), value: formatList(account.groups, "en") },
              { term: t("rights.centers", values), value: formatList(account.centers, "en") },
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
