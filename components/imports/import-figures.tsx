import { useTranslations } from "next-intl";
import { Stat } from "@/components/ui/stat";
import type { ImportRecord } from "@/lib/features/imports/results/schema";
import { paths } from "@/lib/paths";
import { formatNumber } from "@/lib/values/format";

type ImportFiguresProps = { record: ImportRecord; terms: Record<string, string> };

/** The figures a person checks: of records by what becomes of them, and of what deserves a look. */
export function ImportFigures({ record, terms }: ImportFiguresProps) {
  const t = useTranslations("imports.figures");
  const { operation, kind, summary, names } = record;
  const { progress, status } = operation;
  const planned = status === "PLANNED";
  const made = names.filter(({ outcome }) => outcome === "create").length;
  const noun = terms[kind] ?? "";
  const rows = (choice: string) => `${paths.staff.admin.importOf(operation.id)}?rows=${choice}#rows`;
  const number = (value: number) => formatNumber(value, "en");
  const details = [
    kind === "clients" && summary.preClients > 0 && t("preClients", { ...terms, count: summary.preClients }),
    kind === "clients" && summary.inactive > 0 && t("inactive", { count: summary.inactive }),
    kind === "clients" && summary.contacts > 0 && t("contacts", { count: summary.contacts }),
    kind === "sessions" && summary.notReportable > 0 && t("notReportable", { count: summary.notReportable }),
  ].filter((detail) => typeof detail === "string");
  return (
    <div className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Stat
        label={t(planned ? "create" : "created", { noun })}
        value={number(Math.max(0, progress.create - made))}
        detail={details.length > 0 ? details.join(" · ") : undefined}
        href={rows("create")}
      />
      {kind === "clients" && (
        <Stat
          label={t(planned ? "update" : "updated", { noun })}
          value={number(progress.update)}
          detail={t("updateHelp")}
          href={rows("update")}
        />
      )}
      <Stat
        label={t("unchanged", { noun })}
        value={number(progress.unchanged)}
        detail={t("unchangedHelp")}
        href={rows("unchanged")}
      />
      <Stat label={t("refused")} value={number(progress.refused)} detail={t("refusedHelp")} href={rows("refused")} />
    </div>
  );
}
