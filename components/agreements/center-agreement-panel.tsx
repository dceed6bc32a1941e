import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { currentWording } from "@/lib/features/agreements/versions/copy";
import type { VersionRow } from "@/lib/features/agreements/versions/schema";
import type { CenterRecord } from "@/lib/features/centers/schema";
import { paths } from "@/lib/paths";
import { PublishVersionForm } from "./publish-version-form";
import { VersionChanges } from "./version-changes";
import { VersionsTable } from "./versions-table";

type CenterAgreementPanelProps = {
  center: CenterRecord;
  /** Of all centers and of the organization, the newest first. */
  versions: VersionRow[];
  values: Record<string, string>;
  /** The number of the version to lay beside the one before it. */
  compare: number | undefined;
};

/** What clients of a center sign, and the next text for them. */
export function CenterAgreementPanel({ center, versions, values, compare }: CenterAgreementPanelProps) {
  const t = useTranslations("agreements.admin");
  const words = useTranslations("centers");
  const own = versions.filter(({ centerId }) => centerId === center.id);
  const start = own[0] ?? versions.find(({ centerId }) => centerId === null);
  return (
    <div className="grid gap-5">
      <Banner tone="info">{words(center.ownAgreement ? "agreementOwn" : "agreementGeneral", values)}</Banner>
      {own.length > 0 && (
        <Card title={t("history")} padded={false}>
          <VersionsTable
            versions={own}
            timeZone={center.timeZone}
            compareAt={(number) => `${paths.staff.admin.centerPart(center.id, "agreement")}&compare=${number}`}
          />
        </Card>
      )}
      <VersionChanges versions={own} compare={compare} />
      <Card title={t("publishTitle")}>
        <PublishVersionForm
          number={(versions[0]?.number ?? 0) + 1}
          centerId={center.id}
          changes={own.length > 0}
          english={currentWording(start, "en")}
          spanish={currentWording(start, "es")}
        />
      </Card>
    </div>
  );
}
