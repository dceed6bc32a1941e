import type { Metadata } from "next";
import { ProspectSettings } from "@/components/prospects/prospect-settings";
import { termValues } from "@/lib/features/clients/copy";
import { listInquiryCenters } from "@/lib/features/prospects/inquiries/queries";
import * as stages from "@/lib/features/prospects/stages/actions";
import { listStages } from "@/lib/features/prospects/stages/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { env } from "@/lib/platform/env";

const ACTIONS = {
  add: stages.addProspectStageAction,
  edit: stages.editProspectStageAction,
  move: stages.moveProspectStageAction,
  archive: stages.archiveProspectStageAction,
};

export const metadata: Metadata = { title: "Prospect stages" };

export default async function ProspectStagesPage() {
  const actor = await admit("settings.edit");
  const [rows, centers, terms] = await Promise.all([
    listStages(actor),
    listInquiryCenters(),
    findSetting("terminology"),
  ]);
  const values = termValues(terms);
  return (
    <ProspectSettings stages={rows} centers={centers} origin={env().APP_ORIGIN} values={values} actions={ACTIONS} />
  );
}
