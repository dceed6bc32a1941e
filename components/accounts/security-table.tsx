import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { IDLE_DAYS } from "@/lib/features/accounts/security/rules";
import type { SecurityConcern } from "@/lib/features/accounts/security/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import type { AccountItem } from "./account-table";

type Watched = AccountItem & { concerns: readonly SecurityConcern[] };
type SecurityTableProps = {
  accounts: readonly Watched[];
  actions: { unlock: ServerAction; welcome: ServerAction };
};

const TONES = { locked: "danger", neverUsed: "warning", idle: "warning", noSecondFactor: "neutral" } as const;

/** Accounts that something is to be done about, with the act beside each. */
export function SecurityTable({ accounts, actions }: SecurityTableProps) {
  const t = useTranslations("accounts");
  const act = ({ id, concerns }: Watched) => {
    const which = <input type="hidden" name="accountId" value={id} />;
    if (concerns.includes("locked"))
      return (
        <Form action={actions.unlock}>
          {which}
          <SubmitButton variant="secondary" size="sm">
            {t("security.unlock")}
          </SubmitButton>
        </Form>
      );
    if (concerns.includes("neverUsed") && !concerns.includes("idle"))
      return (
        <Form action={actions.welcome}>
          {which}
          <SubmitButton variant="secondary" size="sm">
            {t("sendWelcome")}
          </SubmitButton>
        </Form>
      );
    return (
      <LinkButton size="sm" href={paths.staff.admin.account(id)}>
        {t("security.open")}
      </LinkButton>
    );
  };
  const columns: Column<Watched>[] = [
    { key: "name", header: t("fields.name"), cell: ({ name }) => name, primary: true },
    { key: "role", header: t("fields.role"), cell: ({ role }) => t(`roles.${role}`), hideOnPhone: true },
    {
      key: "concern",
      header: t("security.concern"),
      cell: ({ concerns }) => (
        <span className="flex flex-wrap gap-1">
          {concerns.map((concern) => (
            <Badge key={concern} tone={TONES[concern]}>
              {t(`security.concerns.${concern}`, { days: IDLE_DAYS })}
            </Badge>
          ))}
        </span>
      ),
    },
    {
      key: "lastSignIn",
      header: t("fields.lastSignIn"),
      cell: ({ lastSignIn, hasPassword }) => lastSignIn ?? t(hasPassword ? "never" : "waiting"),
    },
    { key: "act", header: t("security.act"), cell: act },
  ];
  return (
    <DataTable
      caption={t("security.title")}
      columns={columns}
      rows={accounts}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.staff.admin.account(id)}
    />
  );
}
