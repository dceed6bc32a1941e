import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { paths } from "@/lib/paths";
import type { Page } from "@/lib/platform/page";
import { type OperationItem, OperationTable } from "./operation-table";

/** Everything that changed many records at once, the newest first. */
export function OperationList({ page }: { page: Page<OperationItem> }) {
  const t = useTranslations("operations");
  const address = (cursor: string | null) => cursor && `${paths.staff.admin.operations}?page=${cursor}`;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <Card padded={false}>
        {page.rows.length > 0 ? (
          <OperationTable operations={page.rows} caption={t("title")} withKind />
        ) : (
          <EmptyState title={t("empty")} body={t("emptyBody")} />
        )}
        <Pager previousHref={address(page.previous)} nextHref={address(page.next)} />
      </Card>
    </>
  );
}
