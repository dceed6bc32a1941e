import { useTranslations } from "next-intl";
import type { OperationItem } from "@/components/operations/operation-table";
import { OperationTable } from "@/components/operations/operation-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/paths";
import type { Page } from "@/lib/platform/page";
import { ImportUploadForm } from "./import-upload-form";

type ImportHomeProps = { page: Page<OperationItem>; terms: Record<string, string> };

/** Where an import begins, and what was imported before. */
export function ImportHome({ page, terms }: ImportHomeProps) {
  const t = useTranslations("imports");
  const address = (cursor: string | null) => cursor && `${paths.staff.admin.import}?page=${cursor}`;
  return (
    <>
      <PageHeader title={t("title")} description={t("description", terms)} />
      <Section title={t("upload.title")}>
        <Card>
          <ImportUploadForm />
        </Card>
      </Section>
      <Section title={t("before.title")}>
        <Card padded={false}>
          {page.rows.length > 0 ? (
            <OperationTable operations={page.rows} caption={t("before.title")} />
          ) : (
            <EmptyState title={t("before.none")} body={t("before.noneBody", terms)} />
          )}
          <Pager previousHref={address(page.previous)} nextHref={address(page.next)} />
        </Card>
      </Section>
    </>
  );
}
