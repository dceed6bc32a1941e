import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pager } from "@/components/ui/pager";
import { Tabs } from "@/components/ui/tabs";
import type { ImportRecord, ImportRowView } from "@/lib/features/imports/results/schema";
import { paths } from "@/lib/paths";
import type { RowChoice } from "@/lib/platform/operation/row-choices";
import type { Page } from "@/lib/platform/page";
import { ImportRowsTable } from "./import-rows-table";

type ImportRowsCardProps = { record: ImportRecord; page: Page<ImportRowView>; terms: Record<string, string> };

/** The rows of an import, all of them or those of one outcome, page by page. */
export function ImportRowsCard({ record, page, terms }: ImportRowsCardProps) {
  const t = useTranslations("imports.rows");
  const { operation, choice, kind, names } = record;
  const { progress, status } = operation;
  const address = paths.staff.admin.importOf(operation.id);
  const of = (rows: RowChoice | undefined, cursor?: string | null) => {
    const query = new URLSearchParams({ ...(rows ? { rows } : {}), ...(cursor ? { page: cursor } : {}) }).toString();
    return `${address}${query && `?${query}`}#rows`;
  };
  const made = names.filter(({ outcome }) => outcome === "create").length;
  const counted = {
    create: progress.create - made,
    update: progress.update,
    refused: progress.refused,
    left: progress.left,
  };
  const choices = (["create", "update", "unchanged", "refused", "noted"] as const).map((rows) => ({
    href: of(rows),
    label: t(`choice.${rows}`),
    count: rows in counted ? Math.max(0, counted[rows as keyof typeof counted]) : undefined,
  }));
  const left = { href: of("left"), label: t("choice.left"), count: counted.left };
  const items = [{ href: of(undefined), label: t("choice.all") }, ...choices, ...(counted.left > 0 ? [left] : [])];
  return (
    <section id="rows" aria-label={t("caption")} className="scroll-mt-4">
      <Tabs label={t("choices")} items={items} current={of(choice)} />
      <Card padded={false}>
        {page.rows.length > 0 ? (
          <ImportRowsTable rows={page.rows} kind={kind} applied={status !== "PLANNED"} terms={terms} />
        ) : (
          <EmptyState
            kind="filtered"
            title={t("none")}
            body={t("noneBody")}
            action={choice && <LinkButton href={of(undefined)}>{t("showAll")}</LinkButton>}
          />
        )}
        <Pager
          previousHref={page.previous && of(choice, page.previous)}
          nextHref={page.next && of(choice, page.next)}
        />
      </Card>
    </section>
  );
}
