import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { UpdateRecord } from "@/components/updates/update-record";
import { retryOperationAction, undoOperationAction } from "@/lib/features/imports/actions";
import { applyUpdateAction, retryRefusedAction } from "@/lib/features/updates/actions";
import { findUpdatePage } from "@/lib/features/updates/results/queries";
import { admit } from "@/lib/platform/access/admit";
import { operationRowSearch } from "@/lib/platform/operation/search";

export const metadata: Metadata = { title: "Update" };

const ACTIONS = {
  apply: applyUpdateAction,
  retry: retryRefusedAction,
  undo: undoOperationAction,
  goOn: retryOperationAction,
};

export default async function UpdateResultPage({
  params,
  searchParams,
}: PageProps<"/staff/admin/updates/[operationId]">) {
  const actor = await admit("operations.view");
  const [{ operationId }, search] = await Promise.all([params, searchParams]);
  const found = await findUpdatePage(actor, operationId, operationRowSearch.parse(search));
  if (!found) notFound();
  return <UpdateRecord {...found} actions={ACTIONS} />;
}
