import type { Metadata } from "next";
import { ImportHome } from "@/components/imports/import-home";
import { importTerms } from "@/lib/features/imports/results/copy";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { operationTime } from "@/lib/platform/operation/copy";
import { listOperations } from "@/lib/platform/operation/queries";
import { operationSearch } from "@/lib/platform/operation/search";

export const metadata: Metadata = { title: "Import" };

export default async function ImportHomePage({ searchParams }: PageProps<"/staff/admin/import">) {
  const actor = await admit("imports.run");
  const { page } = operationSearch.parse(await searchParams);
  const [found, terms, { timeZone: zone }] = await Promise.all([
    listOperations(actor, { kind: "import", page }),
    findSetting("terminology"),
    findSetting("organization"),
  ]);
  const context = { now: now(), zone, locale: "en" } as const;
  const rows = found.rows.map((operation) => ({ ...operation, time: operationTime(operation, context) }));
  return <ImportHome page={{ ...found, rows }} terms={importTerms(terms)} />;
}
