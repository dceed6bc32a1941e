import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { LockedNote } from "@/components/ui/locked-note";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { StatusChip } from "@/components/ui/status-chip";
import type { WaitingClient } from "@/lib/features/scheduling/pairing/schema";
import { paths } from "@/lib/paths";
import type { Page } from "@/lib/platform/page";
import { formatDay } from "@/lib/values/format";

type WaitingClientsProps = {
  page: Page<WaitingClient>;
  values: Record<string, string>;
  /** Whether the person may report on sessions. */
  mayReport: boolean;
};

/** Clients nothing is planned with, each leading to who has time for it. */
export function WaitingClients({ page, values, mayReport }: WaitingClientsProps) {
  const t = useTranslations("pairing");
  const address = (cursor: string | null) => cursor && `${paths.staff.scheduling}?page=${cursor}`;
  const title = t("waitingTitle", values);
  const words = { never: t("never"), nobody: t("nobody"), given: t("hoursGiven"), missing: t("hoursMissing") };
  const columns = [
    {
      key: "client",
      header: values.client ?? "",
      primary: true,
      cell: ({ name, number }: WaitingClient) => (
        <>
          {name} <span className="font-normal text-muted tabular-nums">{number}</span>
        </>
      ),
    },
    { key: "center", header: values.center ?? "", cell: ({ center }: WaitingClient) => center },
    {
      key: "practitioner",
      header: values.practitioner ?? "",
      cell: ({ practitioner }: WaitingClient) => practitioner ?? <span className="text-muted">{words.nobody}</span>,
    },
    {
      key: "last",
      header: t("last", values),
      cell: ({ lastSession, timeZone }: WaitingClient) =>
        lastSession ? (
          <span className="tabular-nums">{formatDay(lastSession, { locale: "en", zone: timeZone })}</span>
        ) : (
          <span className="text-muted">{words.never}</span>
        ),
    },
    {
      key: "hours",
      header: t("hours"),
      cell: ({ hasHours }: WaitingClient) => (
        <StatusChip tone={hasHours ? "success" : "neutral"}>{hasHours ? words.given : words.missing}</StatusChip>
      ),
    },
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("waitingBody", values)}
        actions={
          <>
            <LinkButton href={paths.staff.waiting}>{t("line")}</LinkButton>
            {mayReport ? (
              <LinkButton href={paths.staff.coverage()}>{t("coverage")}</LinkButton>
            ) : (
              <LockedNote>{t("coverageRefused", values)}</LockedNote>
            )}
          </>
        }
      />
      <Card title={title} padded={false}>
        {page.rows.length > 0 ? (
          <DataTable
            caption={title}
            columns={columns}
            rows={page.rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => paths.staff.pairing(id)}
          />
        ) : (
          <EmptyState title={t("waitingEmpty", values)} body={t("waitingEmptyBody", values)} />
        )}
      </Card>
      <Pager previousHref={address(page.previous)} nextHref={address(page.next)} />
    </>
  );
}
