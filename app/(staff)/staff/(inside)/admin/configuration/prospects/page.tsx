import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StagesPanel } from "@/components/prospects/stages-panel";
import { PageHeader } from "@/components/ui/page-header";
import { termValues } from "@/lib/features/clients/copy";
import {
  addProspectStageAction,
  archiveProspectStageAction,
  editProspectStageAction,
  moveProspectStageAction,
  restoreProspectStageAction,
} from "@/lib/features/prospects/stages/actions";
import { listStages } from "@/lib/features/prospects/stages/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Prospect stages" };

const actions = {
  add: addProspectStageAction,
  edit: editProspectStageAction,
  move: moveProspectStageAction,
  archive: archiveProspectStageAction,
  restore: restoreProspectStageAction,
};

export default async function ProspectStagesPage() {
  const actor = await admit("settings.edit");
  const [stages, terms, t] = await Promise.all([
    listStages(actor),
    findSetting("terminology"),
    getTranslations("prospects.stages"),
  ]);
  return (
    <>
      <PageHeader
        title={t("pageTitle", termValues(terms))}
        back={{ href: paths.staff.admin.configuration, label: t("back") }}
        description={t("body", termValues(terms))}
      />
      <StagesPanel stages={stages} actions={actions} />
    </>
  );
}
