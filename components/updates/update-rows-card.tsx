import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { StatusChip } from "@/components/ui/status-chip";
import { Tabs } from "@/components/ui/tabs";
import { TextLink } from "@/components/ui/text-link";
import type { UpdateItem, UpdatePageView } from "@/lib/features/updates/results/queries";
import { paths } from "@/lib/paths";
import type { RowChoice } from "@/lib/platform/operation/row-choices";

const TONES = { create: "success", update: "success", unchanged: "neutral", refused: "warning" } as const;

/** Every record of an update with what stood there, what it gets, and why not. */
export function UpdateRowsCard({ found }: { found: UpdatePageView }) {
  const t = useTranslations("updates");
  const words = useTranslations("operations");
  const { operation, page, choice } = found;
  const { progress, status } = operation;
  const outcomes = status === "PLANNED" ? "preview" : "outcome";
  const of = (rows?: RowChoice, cursor?: string | null) => {
    const query = new URLSearchParams({ ...(rows ? { rows } : {}), ...(cursor ? { page: cursor } : {}) }).toString();
    return `${paths.staff.admin.update(operation.id)}${query && `?${query}`}`;
  };
  const tabs = [
    { href: of(), label: t("allRows") },
    ...(["update", "unchanged", "refused"] as const).map((rows) => ({
      href: of(rows),
      label: words(`${outcomes}.${rows}`),
      count: progress[rows],
    })),
    ...(progress.left > 0 ? [{ href: of("left"), label: words("leftRows"), count: progress.left }] : []),
  ];
  const columns: Column<UpdateItem>[] = [
    {
      key: "name",
      header: t("record"),
      primary: true,
      cell: ({ name, href }) => (href ? <TextLink href={href}>{name}</TextLink> : name),
    },
    { key: "from", header: t("from"), cell: ({ from }) => from ?? t("empty") },
    { key: "to", header: t("to"), cell: ({ to }) => to ?? t("empty") },
    {
      key: "result",
      header: t("result"),
      cell: ({ outcome, why }) => (
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
          <StatusChip tone={TONES[outcome]}>{words(`${outcomes}.${outcome}`)}</StatusChip>
          {why && <span className="text-muted text-sm">{why}</span>}
        </span>
      ),
    },
    ...(status === "UNDONE" || status === "UNDOING"
      ? [{ key: "undo", header: t("undo"), cell: ({ undo }: UpdateItem) => undo ?? "—" } as const]
      : []),
  ];
  return (
    <section aria-label={words("rows.title")}>
      <Tabs label={words("rows.title")} items={tabs} current={of(choice)} />
      <Card padded={false}>
        {page.rows.length > 0 ? (
          <DataTable caption={words("rows.title")} columns={columns} rows={page.rows} rowKey={({ id }) => id} />
        ) : (
          <EmptyState kind="filtered" title={words("rows.none")} body={words("rows.noneBody")} />
        )}
        <Pager
          previousHref={page.previous && of(choice, page.previous)}
          nextHref={page.next && of(choice, page.next)}
        />
      </Card>
    </section>
  );
}
