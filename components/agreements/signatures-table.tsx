import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusChip } from "@/components/ui/status-chip";
import type { AgreementPage } from "@/lib/features/agreements/queries";
import type { SignatureRow } from "@/lib/features/agreements/schema";
import { paths } from "@/lib/paths";
import { formatDate, formatDateTime } from "@/lib/values/format";

/** Every signature of a client, newest first. */
export function SignaturesTable({ page }: { page: AgreementPage }) {
  const t = useTranslations("agreements");
  if (page.signatures.length === 0) return <EmptyState title={t("staff.empty")} body={t("staff.emptyBody")} />;
  const zoned = { locale: "en", zone: page.timeZone, showZone: true } as const;
  const when = (row: SignatureRow) =>
    row.method === "ELECTRONIC" ? formatDateTime(row.signedAt, zoned) : formatDate(row.signedOn, "en");
  const version = (row: SignatureRow) =>
    row.version ? `${row.version.title} (${row.version.number})` : t("staff.noVersion");
  const how = (row: SignatureRow) =>
    row.voided ? <StatusChip tone="danger">{t("staff.voided")}</StatusChip> : t(`method.${row.method}`);
  const copy = (row: SignatureRow) =>
    row.hasCopy ? (
      <a href={paths.api.agreementCopy(row.id)} download className="text-accent underline">
        {t("download")}
      </a>
    ) : (
      "—"
    );
  return (
    <DataTable
      caption={t("staff.caption", { client: page.clientName })}
      rows={page.signatures}
      rowKey={(row) => row.id}
      columns={[
        { key: "signer", header: t("staff.signer"), cell: (row) => row.signerName, primary: true },
        { key: "date", header: t("staff.date"), cell: when },
        { key: "how", header: t("staff.how"), cell: how },
        { key: "version", header: t("staff.version"), cell: version },
        { key: "code", header: t("code"), cell: (row) => <span className="font-mono">{row.verificationCode}</span> },
        { key: "copy", header: t("staff.copy"), cell: copy },
      ]}
    />
  );
}
