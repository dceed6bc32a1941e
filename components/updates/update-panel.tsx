import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Selection } from "@/components/ui/selection";
import type { ChoosableRow } from "@/lib/features/updates/choosing/queries";
import type { UpdateForm as UpdateFormView } from "@/lib/features/updates/forms/queries";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { UpdateForm } from "./update-form";

type UpdatePanelProps = { form: UpdateFormView; values: Record<string, string>; plan: ServerAction };

/** Which field many records are to be given which value; every one of them is checked until somebody unchecks it. */
export function UpdatePanel({ form, values, plan }: UpdatePanelProps) {
  const t = useTranslations("updates");
  const { noun, query, list, field, fields, total, page } = form;
  const title = t(`title.${noun}`, values);
  const header = (
    <PageHeader
      title={title}
      facts={[total.more ? t("countMore", { count: total.count }) : t("count", { count: total.count })]}
      back={{ href: list, label: t(`back.${noun}`, values) }}
    />
  );
  const goBack = <LinkButton href={list}>{t("backToList")}</LinkButton>;
  const limit = { limit: total.count };
  const problem = total.more
    ? { title: t("tooManyTitle"), body: t("refusals.tooMany", limit) }
    : total.count === 0 && { title: t("emptyTitle"), body: t("emptyBody") };
  if (problem) {
    return (
      <>
        {header}
        <Card padded={false}>
          <EmptyState kind="filtered" title={problem.title} body={problem.body} action={goBack} />
        </Card>
      </>
    );
  }
  const address = (at: string | null) =>
    at && paths.staff.update(noun, `${query}${field ? `&field=${encodeURIComponent(field.key)}` : ""}&at=${at}`);
  const columns: Column<ChoosableRow>[] = [
    {
      key: "name",
      header: t("columns.name"),
      primary: true,
      cell: ({ name }) => <span className="break-words">{name}</span>,
    },
    { key: "detail", header: t("columns.detail"), cell: ({ detail }) => detail || "—" },
    ...(field
      ? [{ key: "now", header: t("columns.now"), cell: ({ now }: ChoosableRow) => now ?? t("empty") } as const]
      : []),
  ];
  return (
    <>
      {header}
      <Selection key={query} pageIds={page.rows.map(({ id }) => id)} total={total.count} startWithAll>
        <div className="mb-4">
          <UpdateForm noun={noun} query={query} fields={fields} field={field} list={list} plan={plan} />
        </div>
        <Card padded={false}>
          <DataTable caption={title} columns={columns} rows={page.rows} rowKey={({ id }) => id} selectable />
          <Pager previousHref={address(page.previous)} nextHref={address(page.next)} />
        </Card>
      </Selection>
    </>
  );
}
