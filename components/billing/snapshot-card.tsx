import { useTranslations } from "next-intl";
import { ClientStatusChip } from "@/components/clients/client-status-chip";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { Snapshot } from "@/lib/features/billing/snapshot/schema";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import { paths } from "@/lib/paths";
import { formatDate, formatMoney } from "@/lib/values/format";

type SnapshotCardProps = { client: Pick<ClientRecord, "id" | "status">; snapshot: Snapshot; mayChangeStatus: boolean };

/** A client's money and status at a glance; the status leads to changing it. */
export function SnapshotCard({ client, snapshot, mayChangeStatus }: SnapshotCardProps) {
  const t = useTranslations("billing.snapshot");
  const { lastPayment, yearToDate, balance, lifetime } = snapshot;
  const { name, standing } = client.status;
  const amounts = [
    { term: t("yearToDate"), value: formatMoney(yearToDate, "en") },
    { term: t("balance"), value: formatMoney(balance, "en") },
    { term: t("lifetime"), value: formatMoney(lifetime, "en") },
  ];
  return (
    <Card title={t("title")}>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-2">
        <dt className="text-muted">{t("lastPayment")}</dt>
        <dd className="text-right font-medium tabular-nums">
          {lastPayment ? formatMoney(lastPayment.amount, "en") : "—"}
          {lastPayment && (
            <span className="block font-normal text-muted text-sm">
              {t("lastPaymentOn", { day: formatDate(lastPayment.receivedOn, "en") })}
            </span>
          )}
        </dd>
        {amounts.map(({ term, value }) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd className="text-right font-medium tabular-nums">{value}</dd>
          </div>
        ))}
        <dt className="self-center text-muted">{t("status")}</dt>
        <dd className="justify-self-end">
          {mayChangeStatus ? (
            <TextLink quiet href={paths.staff.clientStatus(client.id)}>
              <ClientStatusChip name={name} standing={standing} />
            </TextLink>
          ) : (
            <ClientStatusChip name={name} standing={standing} />
          )}
        </dd>
      </dl>
    </Card>
  );
}
