import type { Metadata } from "next";
import { CoverageScreen } from "@/components/scheduling/coverage-screen";
import { termValues } from "@/lib/features/clients/copy";
import { findCoverage } from "@/lib/features/scheduling/coverage/queries";
import { coverageSearch } from "@/lib/features/scheduling/coverage/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Coverage" };

export default async function CoveragePage({ searchParams }: PageProps<"/staff/scheduling/coverage">) {
  const actor = await admit("scheduling.report");
  const search = coverageSearch.parse(await searchParams);
  const values = termValues(await findSetting("terminology"));
  return <CoverageScreen coverage={await findCoverage(actor, search)} values={values} />;
}
