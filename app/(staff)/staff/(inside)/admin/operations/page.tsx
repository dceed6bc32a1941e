import type { Metadata } from "next";
import { OperationList } from "@/components/operations/operation-list";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { operationTime } from "@/lib/platform/operation/copy";
import { findOperationChoices, listOperations } from "@/lib/platform/operation/queries";
import { operationSearch } from "@/lib/platform/operation/search";

export const metadata: Metadata = { title: "Operations" };

export default async function OperationsPage({ searchParams }: PageProps<"/staff/admin/operations">) {
  const actor = await admit("operations.view");
  const search = operationSearch.parse(await searchParams);
  const [found, choices, { timeZone: zone }] = await Promise.all([
    listOperations(actor, search),
    findOperationChoices(actor),
    findSetting("organization"),
  ]);
  const context = { now: now(), zone, locale: "en" } as const;
  const rows = found.rows.map((operation) => ({ ...operation, time: operationTime(operation, context) }));
  return <OperationList page={{ ...found, rows }} search={search} choices={choices} />;
}
