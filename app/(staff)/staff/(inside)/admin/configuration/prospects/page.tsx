import type { Metadata } from "next";
import { ProspectSettings } from "@/components/prospects/prospect-settings";
import { termValues } from "@/lib/features/clients/copy";
import { listInquiryCenters } from "@/lib/features/prospects/inquiries/queries";
import { listStages } from "@/lib/features/prospects/stages/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { env } from "@/lib/platform/env";

export const metadata: Metadata = { title: "Prospect stages" };

export default async function ProspectStagesPage() {
  const actor = await admit("settings.edit");
  const [stages, centers, terms] = await Promise.all([
    listStages(actor),
    listInquiryCenters(),
    findSetting("terminology"),
  ]);
  return <ProspectSettings stages={stages} centers={centers} origin={env().APP_ORIGIN} values={termValues(terms)} />;
}
