import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { LockedNote } from "@/components/ui/locked-note";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import type { AuditLine } from "@/lib/features/audit/copy";
import type { AuditSearch } from "@/lib/features/audit/schema";
import { addressWith } from "@/lib/features/filters/lists/rules";
import { paths } from "@/lib/paths";
import type { Page } from "@/lib/platform/page";
import { type AuditChoices, AuditFilters } from "./audit-filters";
import { AuditTable } from "./audit-table";

type AuditListProps = { page: Page<AuditLine>; search: AuditSearch; choices: AuditChoices; mayExport: boolean };

/** Everything that happened, the newest first, narrowed by who, what and when. */
export function AuditList({ page, search, choices, mayExport }: AuditListProps) {
  const t = useTranslations("audit");
  const { page: _, ...filter } = search;
  const address = (cursor: string | null) => cursor && addressWith(paths.staff.admin.audit, filter, { page: cursor });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          mayExport ? (
            <LinkButton
              href={addressWith(paths.api.audit, filter, {})}
              download="at-a-door"
              icon={<Download aria-hidden />}
            >
              {t("export")}
            </LinkButton>
          ) : (
            <LockedNote>{t("exportRefused")}</LockedNote>
          )
        }
      />
      <AuditFilters filter={filter} choices={choices} />
      <Card padded={false}>
        {page.rows.length > 0 ? (
          <AuditTable lines={page.rows} filter={filter} />
        ) : (
          <EmptyState kind="filtered" title={t("empty")} body={t("emptyBody")} />
        )}
        <Pager previousHref={address(page.previous)} nextHref={address(page.next)} />
      </Card>
    </>
  );
}
