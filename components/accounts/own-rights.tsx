import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Section } from "@/components/ui/section";
import type { OwnRights as OwnRightsFound } from "@/lib/features/accounts/rights/schema";
import { formatList } from "@/lib/values/format";
import { ReportCoverage } from "./report-coverage";
import { RightsTable } from "./rights-table";

type OwnRightsProps = ComponentProps<typeof RightsTable> & { from: OwnRightsFound };

/** One's own rights and where they come from. */
export function OwnRights({ from, ...rights }: OwnRightsProps) {
  const t = useTranslations("accounts.rights");
  const names = from.centers.length > 0 ? formatList(from.centers, "en") : t("noCenters");
  return (
    <Section title={t("own")} description={t("ownHelp")}>
      <p className="mb-3 flex flex-wrap gap-x-4 text-sm">
        <span>{t("fromGroups", { groups: formatList(from.groups, "en") })}</span>
        <span>{t("fromCenters", { ...rights.values, names })}</span>
      </p>
      <RightsTable {...rights} />
      <ReportCoverage of={rights.role} rights={rights.rights} values={rights.values} />
    </Section>
  );
}
