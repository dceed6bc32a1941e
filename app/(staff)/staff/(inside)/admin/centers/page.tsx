import type { Metadata } from "next";
import { CenterList } from "@/components/centers/center-list";
import { listCenters } from "@/lib/features/centers/queries";
import { termValues } from "@/lib/features/clients/copy";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Centers" };

export default async function CentersPage() {
  const actor = await admit("centers.view");
  const [rows, terms] = await Promise.all([listCenters(actor), findSetting("terminology")]);
  // An administrator who presses it is asked for the password first.
  const mayEdit = actor.can("centers.edit") || actor.isAdministrator;
  return <CenterList rows={rows} values={termValues(terms)} mayEdit={mayEdit} />;
}
