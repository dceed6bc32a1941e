import { useTranslations } from "next-intl";
import { StreamFunding } from "@/components/stream/stream-funding";
import { Badge } from "@/components/ui/badge";
import { type Column, DataTable } from "@/components/ui/data-table";
import type { SessionRow } from "@/lib/features/scheduling/sessions/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { formatDateTime, formatDuration } from "@/lib/values/format";
import { LeaveSessionDialog } from "./leave-session-dialog";
import { SessionStatusChip } from "./session-status-chip";

type SessionTableProps = {
  rows: readonly SessionRow[];
  client: { id: string; name: string };
  values: Record<string, string>;
  leave: ServerAction | null;
};

/** A client's sessions, the newest first. */
export function SessionTable({ rows, client, values, leave }: SessionTableProps) {
  const t = useTranslations("sessions");
  const columns: Column<SessionRow>[] = [
    {
      key: "when",
      header: t("when"),
      primary: true,
      cell: (row) => (
        <span className="whitespace-nowrap">
          {formatDateTime(row.startsAt, { locale: "en", zone: row.timeZone, showZone: true })}
        </span>
      ),
    },
    {
      key: "minutes",
      header: t("minutes"),
      align: "end",
      cell: (row) => (
        <span className="whitespace-nowrap">
          {formatDuration(row.minutes, "en")} {row.noShow && <Badge tone="warning">{t("noShow")}</Badge>}
        </span>
      ),
    },
    { key: "status", header: t("status"), cell: (row) => <SessionStatusChip status={row.status} /> },
    { key: "type", header: t("type"), cell: (row) => [row.type, row.area].filter(Boolean).join(" · ") },
    {
      key: "practitioner",
      header: t("practitioner", values),
      cell: (row) => <span className="[overflow-wrap:anywhere] sm:block sm:min-w-28">{row.practitioners}</span>,
    },
    {
      key: "funding",
      header: t("funding"),
      cell: (row) =>
        row.fundingSource ? (
          <StreamFunding
            identifier={row.fundingSource}
            reportable={row.reportable}
            meaning={t(row.reportable ? "reportable" : "notReportable")}
          />
        ) : (
          t(row.reportable ? "reportable" : "notReportable")
        ),
    },
    {
      key: "notes",
      header: t("notes"),
      cell: (row) => <span className="line-clamp-2 max-w-md whitespace-pre-line text-muted">{row.notes ?? "—"}</span>,
    },
  ];
  if (leave)
    columns.push({
      key: "actions",
      header: t("actions"),
      align: "end",
      cell: (row) => <LeaveSessionDialog client={client} sessionId={row.id} values={values} action={leave} />,
    });
  const caption = t("caption", { ...values, name: client.name });
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => paths.staff.session(row.id)}
    />
  );
}
