import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { StatusChip } from "@/components/ui/status-chip";
import type { TestimonialView } from "@/lib/features/testimonials/schema";
import { paths } from "@/lib/paths";
import type { Page } from "@/lib/platform/page";

const pageHref = (page: string | null) => page && `${paths.staff.testimonials}?page=${page}`;

/** Everything people said, and whether it is out. */
export function TestimonialList({ page, client }: { page: Page<TestimonialView>; client: string }) {
  const t = useTranslations("testimonials");
  const add = (
    <LinkButton href={paths.staff.newTestimonial} variant="primary" icon={<Plus aria-hidden />}>
      {t("new")}
    </LinkButton>
  );
  if (page.rows.length === 0)
    return (
      <>
        <PageHeader title={t("title")} description={t("description")} />
        <Card padded={false}>
          <EmptyState kind="new" title={t("none")} body={t("noneBody")} action={add} />
        </Card>
      </>
    );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={add} />
      <Card padded={false}>
        <DataTable
          caption={t("title")}
          rows={page.rows}
          rowKey={({ id }) => id}
          rowHref={({ id }) => paths.staff.testimonial(id)}
          columns={[
            { key: "author", header: t("author"), cell: ({ author }) => author, primary: true },
            { key: "quote", header: t("quote"), cell: (row) => <Quote text={row.quote} />, narrow: true },
            { key: "client", header: client, cell: (row) => row.client?.name ?? "—" },
            { key: "state", header: t("state"), cell: (row) => <State out={row.publishedAt !== null} /> },
          ]}
        />
        <Pager previousHref={pageHref(page.previous)} nextHref={pageHref(page.next)} />
      </Card>
    </>
  );
}

function Quote({ text }: { text: string }) {
  return <span className="line-clamp-2">{text}</span>;
}

function State({ out }: { out: boolean }) {
  const t = useTranslations("testimonials");
  return <StatusChip tone={out ? "success" : "neutral"}>{t(out ? "published" : "draft")}</StatusChip>;
}
