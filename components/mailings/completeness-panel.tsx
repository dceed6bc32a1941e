import { useTranslations } from "next-intl";
import type { VariableChoice } from "@/components/templates/variable-choice";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { WITHOUT_PRACTITIONER } from "@/lib/features/clients/rules";
import { encodeFilter } from "@/lib/features/filters/encoding/rules";
import type { Incomplete } from "@/lib/features/mailings/rules";
import { paths } from "@/lib/paths";
import { formatNumber } from "@/lib/values/format";

type CompletenessPanelProps = {
  centers: readonly Incomplete[];
  practitioners: readonly Incomplete[];
  variables: readonly VariableChoice[];
  values: Record<string, string>;
  mayEditCenters: boolean;
};

/** What letters would leave blank, and the record where it can be filled in (S2-21). */
export function CompletenessPanel(props: CompletenessPanelProps) {
  const { centers, practitioners, variables, values, mayEditCenters } = props;
  const t = useTranslations("mailings.completeness");
  const without = `${paths.staff.clients}?filter=${encodeFilter(WITHOUT_PRACTITIONER)}`;
  const list = { variables, values };
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("body", values)}
        back={{ href: paths.staff.mailings, label: t("back") }}
      />
      <div className="grid gap-4">
        <Card title={values.centers ?? ""} padded={false}>
          <IncompleteList
            {...list}
            caption={values.centers ?? ""}
            rows={centers}
            hrefOf={mayEditCenters ? ({ id }) => paths.staff.admin.center(id) : undefined}
          />
        </Card>
        <Card title={values.practitioners ?? ""} padded={false}>
          <IncompleteList
            {...list}
            caption={values.practitioners ?? ""}
            rows={practitioners}
            hrefOf={({ id }) => paths.staff.editPractitioner(id)}
          />
        </Card>
        <p>
          <TextLink href={without}>{t("without", values)}</TextLink>
        </p>
      </div>
    </>
  );
}

type IncompleteListProps = Pick<CompletenessPanelProps, "variables" | "values"> & {
  caption: string;
  rows: readonly Incomplete[];
  hrefOf?: ((row: Incomplete) => string) | undefined;
};

function IncompleteList({ caption, rows, variables, values, hrefOf }: IncompleteListProps) {
  const t = useTranslations("mailings.completeness");
  const labels = new Map<string, string>(variables.map(({ id, label }) => [id, label]));
  if (rows.length === 0) return <EmptyState title={t("complete")} body={t("completeBody")} />;
  const columns: Column<Incomplete>[] = [
    { key: "name", header: t("name"), primary: true, cell: ({ name }) => name },
    {
      key: "empty",
      header: t("empty"),
      cell: ({ empty }) => (
        <span className="flex flex-wrap gap-1">
          {empty.map((id) => (
            <Badge key={id} tone="warning">
              {labels.get(id) ?? id}
            </Badge>
          ))}
        </span>
      ),
    },
    {
      key: "clients",
      header: t("clients", values),
      align: "end",
      cell: ({ clientCount }) => formatNumber(clientCount, "en"),
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} rowHref={hrefOf} />;
}
