import type { Metadata } from "next";
import { RecycledList } from "@/components/recycling/recycled-list";
import { termValues } from "@/lib/features/clients/copy";
import { restoreRecordAction } from "@/lib/features/recycling/actions";
import { recycledItem } from "@/lib/features/recycling/copy";
import { listRecycled } from "@/lib/features/recycling/queries";
import { recycledSearch } from "@/lib/features/recycling/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Recycle Bin" };

export default async function RecycleBinPage({ searchParams }: PageProps<"/staff/recycle-bin">) {
  const actor = await admit("recycle-bin.view");
  const { page: cursor } = recycledSearch.parse(await searchParams);
  const [page, { timeZone }, terms] = await Promise.all([
    listRecycled(actor, cursor),
    findSetting("organization"),
    findSetting("terminology"),
  ]);
  const rows = page.rows.map((row) => recycledItem(row, timeZone));
  return <RecycledList page={{ ...page, rows }} values={termValues(terms)} restore={restoreRecordAction} />;
}
