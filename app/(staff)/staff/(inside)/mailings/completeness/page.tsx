import type { Metadata } from "next";
import { CompletenessPanel } from "@/components/mailings/completeness-panel";
import { listCenters } from "@/lib/features/centers/queries";
import { termValues } from "@/lib/features/clients/copy";
import { incompleteCenters, incompletePractitioners } from "@/lib/features/mailings/rules";
import { listPractitioners } from "@/lib/features/practitioners/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { listVariables } from "@/lib/features/templates/variables/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Contact details in letters" };

export default async function CompletenessPage() {
  const actor = await admit("mailings.prepare");
  const [centers, practitioners, variables, terms] = await Promise.all([
    listCenters(actor),
    listPractitioners(actor, { status: "active" }),
    listVariables("client"),
    findSetting("terminology"),
  ]);
  return (
    <CompletenessPanel
      centers={incompleteCenters(centers)}
      practitioners={incompletePractitioners(practitioners)}
      variables={variables}
      values={termValues(terms)}
      mayEditCenters={actor.isAdministrator}
    />
  );
}
