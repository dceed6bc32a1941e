import { useTranslations } from "next-intl";
import { InquiryLinksCard } from "@/components/inquiries/inquiry-links-card";
import type { NamedListActions } from "@/components/settings/named-list-editor";
import { PageHeader } from "@/components/ui/page-header";
import type { InquiryCenter } from "@/lib/features/prospects/inquiries/schema";
import type { StageRow } from "@/lib/features/prospects/stages/schema";
import { paths } from "@/lib/paths";
import { StagesPanel } from "./stages-panel";

type ProspectSettingsProps = {
  stages: readonly StageRow[];
  centers: readonly InquiryCenter[];
  origin: string;
  values: Record<string, string>;
  actions: NamedListActions;
};

/** What an administrator sets for the sales side: stages, and where the web forms are. */
export function ProspectSettings({ stages, centers, origin, values, actions }: ProspectSettingsProps) {
  const t = useTranslations("prospects.stages");
  return (
    <>
      <PageHeader
        title={t("pageTitle", values)}
        back={{ href: paths.staff.admin.configuration, label: t("back") }}
        description={t("body", values)}
      />
      <StagesPanel stages={stages} actions={actions} />
      <div className="mt-4 max-w-3xl">
        <InquiryLinksCard centers={centers} origin={origin} values={values} />
      </div>
    </>
  );
}
