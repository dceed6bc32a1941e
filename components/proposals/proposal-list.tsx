import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import type { ProposalRow } from "@/lib/features/clients/proposals/schema";
import { addressWith } from "@/lib/features/filters/lists/rules";
import { paths } from "@/lib/paths";
import type { Page } from "@/lib/platform/page";
import { formatDay } from "@/lib/values/format";
import { ProposalChange } from "./proposal-change";

type ProposalListProps = { page: Page<ProposalRow>; zone: string; values: Record<string, string> };

/** Everything clients asked to change that nobody decided yet, the oldest first. */
export function ProposalList({ page, zone, values }: ProposalListProps) {
  const t = useTranslations("proposals");
  const words = useTranslations("fields");
  const address = (at: string | null) => at && addressWith(paths.staff.proposals, {}, { page: at });
  return (
    <>
      <PageHeader title={t("title", values)} description={t("description", values)} />
      <Card padded={false}>
        {page.rows.length === 0 ? (
          <EmptyState title={t("emptyTitle")} body={t("emptyBody", values)} />
        ) : (
          <DataTable
            caption={t("title", values)}
            rows={page.rows}
            rowKey={(row) => row.id}
            rowHref={(row) => paths.staff.client(row.clientId)}
            columns={[
              { key: "client", header: values.client ?? "", cell: (row) => row.clientName, primary: true },
              { key: "field", header: t("columns.field"), cell: (row) => words(row.field) },
              {
                key: "change",
                header: t("columns.change"),
                cell: ({ field, now, to }) => <ProposalChange {...{ field, to }} from={now} />,
              },
              { key: "who", header: t("columns.who"), cell: (row) => row.contactName },
              {
                key: "since",
                header: t("columns.since"),
                cell: (row) => formatDay(row.proposedAt, { locale: "en", zone }),
              },
            ]}
          />
        )}
        <Pager previousHref={address(page.previous)} nextHref={address(page.next)} />
      </Card>
    </>
  );
}
