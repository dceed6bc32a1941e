import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { SubmitButton } from "@/components/ui/submit-button";
import type { RecycledItem } from "@/lib/features/recycling/copy";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import type { Page } from "@/lib/platform/page";

type RecycledListProps = { page: Page<RecycledItem>; values: Record<string, string>; restore: ServerAction };

/** What was deleted, with the way back. */
export function RecycledList({ page, values, restore }: RecycledListProps) {
  const t = useTranslations("recycling");
  const columns: Column<RecycledItem>[] = [
    {
      key: "name",
      header: t("columns.name"),
      primary: true,
      cell: ({ name, detail }) => (
        <span>
          {name} {detail && <span className="font-normal text-muted text-sm">{detail}</span>}
        </span>
      ),
    },
    { key: "kind", header: t("columns.kind"), cell: ({ kind }) => t(`kinds.${kind}`, values) },
    { key: "deletedOn", header: t("columns.deletedOn"), cell: ({ deletedOn }) => deletedOn },
    { key: "deletedBy", header: t("columns.deletedBy"), cell: ({ deletedBy }) => deletedBy ?? t("system") },
    { key: "until", header: t("columns.until"), cell: ({ until }) => until },
    {
      key: "restore",
      header: t("columns.restore"),
      align: "end",
      cell: ({ id, name }) => (
        <Form action={restore} className="contents">
          <input type="hidden" name="recycledId" value={id} />
          <SubmitButton variant="secondary" size="sm" aria-label={t("restoreName", { name })}>
            {t("restore")}
          </SubmitButton>
        </Form>
      ),
    },
  ];
  const pageHref = (cursor: string | null) => cursor && `${paths.staff.recycleBin}?page=${cursor}`;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <Card padded={false}>
        {page.rows.length === 0 ? (
          <EmptyState kind="new" title={t("emptyTitle")} body={t("emptyBody")} />
        ) : (
          <>
            <DataTable caption={t("caption")} columns={columns} rows={page.rows} rowKey={({ id }) => id} />
            <Pager previousHref={pageHref(page.previous)} nextHref={pageHref(page.next)} />
          </>
        )}
      </Card>
    </>
  );
}
