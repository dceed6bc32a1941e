import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import type { ClientDefaults } from "@/lib/features/clients/defaults/schema";
import { formatMoney } from "@/lib/values/format";
import { CURRENCY, money } from "@/lib/values/money";

type ClientDefaultsCardProps = { defaults: ClientDefaults; values: Record<string, string> };

/** The defaults as somebody sees them who may not change them. */
export function ClientDefaultsCard({ defaults, values }: ClientDefaultsCardProps) {
  const t = useTranslations("clients.defaults");
  const { service, rateCents, fundingSource, practitioner, workerCompCode, multiplierCode } = defaults;
  const items = [
    { term: t("service"), value: service?.name },
    { term: t("rate"), value: rateCents === null ? null : formatMoney(money(rateCents, CURRENCY), "en") },
    { term: t("fundingSource"), value: fundingSource?.name },
    { term: t("practitioner", values), value: practitioner?.name },
    { term: t("workerCompCode"), value: workerCompCode },
    { term: t("multiplierCode"), value: multiplierCode },
  ];
  return (
    <Card title={t("title")}>
      <DefinitionList items={items} />
    </Card>
  );
}
