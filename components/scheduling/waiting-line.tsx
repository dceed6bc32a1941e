import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { StatusChip } from "@/components/ui/status-chip";
import type { WaitRow } from "@/lib/features/scheduling/waiting/schema";
import { paths } from "@/lib/paths";
import type { Page } from "@/lib/platform/page";
import { formatDay } from "@/lib/values/format";
import { RemoveWaitDialog } from "./remove-wait-dialog";
import { WaitDays } from "./wait-days";

type WaitingLineProps = { page: Page<WaitRow>; isOn: boolean; mayRemove: boolean; values: Record<string, string> };

/** Who waits for a time to get free, first come first. */
export function WaitingLine({ page, isOn, mayRemove, values }: WaitingLineProps) {
  const t = useTranslations("waiting-list");
  const address = (cursor: string | null) => cursor && `${paths.staff.waiting}?page=${cursor}`;
  const columns = [
    {
      key: "client",
      header: values.client ?? "",
      primary: true,
      cell: ({ client, number }: WaitRow) => (
        <>
          {client} <span className="font-normal text-muted tabular-nums">{number}</span>
        </>
      ),
    },
    { key: "center", header: values.center ?? "", cell: ({ center }: WaitRow) => center },
    {
      key: "for",
      header: t("for"),
      cell: ({ practitioner, service }: WaitRow) => [practitioner ?? t("anybody"), service].filter(Boolean).join(" · "),
    },
    { key: "days", header: t("days"), cell: (wait: WaitRow) => <WaitDays wait={wait} /> },
    {
      key: "since",
      header: t("since"),
      cell: ({ createdAt, timeZone }: WaitRow) => (
        <span className="tabular-nums">{formatDay(createdAt, { locale: "en", zone: timeZone })}</span>
      ),
    },
    {
      key: "state",
      header: t("state"),
      cell: ({ isOffered }: WaitRow) => (
        <StatusChip tone={isOffered ? "success" : "neutral"}>{t(isOffered ? "offered" : "waits")}</StatusChip>
      ),
    },
    ...(mayRemove
      ? [
          {
            key: "remove",
            header: "",
            align: "end" as const,
            cell: (wait: WaitRow) => <RemoveWaitDialog wait={wait} />,
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("body", values)}
        back={{ href: paths.staff.scheduling, label: t("back") }}
      />
      <Card padded={false}>
        {page.rows.length > 0 ? (
          <DataTable
            caption={t("title")}
            columns={columns}
            rows={page.rows}
            rowKey={({ id }) => id}
            rowHref={({ clientId }) => paths.staff.clientAvailability(clientId)}
          />
        ) : (
          <EmptyState title={t(isOn ? "emptyTitle" : "offTitle")} body={t(isOn ? "emptyBody" : "offBody", values)} />
        )}
      </Card>
      <Pager previousHref={address(page.previous)} nextHref={address(page.next)} />
    </>
  );
}
