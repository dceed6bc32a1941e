import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { TextLink } from "@/components/ui/text-link";
import type { ToldApart } from "@/lib/features/clients/duplicates/decisions/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import type { Page } from "@/lib/platform/page";
import { DoubtAgainForm } from "./doubt-again-form";
import { DuplicateTabs } from "./duplicate-tabs";

/** A decision with its day in words. */
export type ToldApartItem = ToldApart & { when: string };

type ToldApartListProps = { page: Page<ToldApartItem>; doubtAgain: ServerAction | null; clients: string };

/** Who was told apart from whom, with the way back. */
export function ToldApartList({ page, doubtAgain, clients }: ToldApartListProps) {
  const t = useTranslations("duplicates.apart");
  const duplicates = useTranslations("duplicates");
  const pageHref = (cursor: string | null) => cursor && `${paths.staff.admin.toldApart}?page=${cursor}`;
  const person = (kind: ToldApart["kind"], { id, name, email }: ToldApart["first"]) => (
    <>
      <TextLink href={kind === "client" ? paths.staff.client(id) : paths.staff.contact(id)}>{name}</TextLink>{" "}
      <span className="text-muted text-sm">{email}</span>
    </>
  );
  const columns: Column<ToldApartItem>[] = [
    { key: "first", header: t("first"), primary: true, cell: ({ kind, first }) => person(kind, first) },
    { key: "second", header: t("second"), cell: ({ kind, second }) => person(kind, second) },
    { key: "when", header: t("when"), cell: ({ when }) => when },
  ];
  if (doubtAgain)
    columns.push({
      key: "undo",
      header: t("undo"),
      cell: (pair) => <DoubtAgainForm pair={pair} action={doubtAgain} />,
    });
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        back={{ href: paths.staff.admin.duplicates, label: duplicates("title") }}
      />
      <DuplicateTabs current="apart" clients={clients} />
      <Card padded={false}>
        {page.rows.length === 0 ? (
          <EmptyState kind="new" title={t("emptyTitle")} body={t("emptyBody")} />
        ) : (
          <>
            <DataTable
              caption={t("title")}
              columns={columns}
              rows={page.rows}
              rowKey={({ first, second }) => first.id + second.id}
            />
            <Pager previousHref={pageHref(page.previous)} nextHref={pageHref(page.next)} />
          </>
        )}
      </Card>
    </>
  );
}
