import type { Metadata } from "next";
import { SalesPanel } from "@/components/prospects/sales-panel";
import { termValues } from "@/lib/features/clients/copy";
import { findSalesFigures } from "@/lib/features/prospects/sales/queries";
import { countedOnly } from "@/lib/features/prospects/sales/rules";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Sales" };

export default async function SalesPage() {
  const actor = await admit("prospects.report");
  const [terms, { timeZone: zone }] = await Promise.all([findSetting("terminology"), findSetting("organization")]);
  const figures = await findSalesFigures(actor, { zone });
  return <SalesPanel figures={figures} only={countedOnly(actor)} values={termValues(terms)} />;
}
