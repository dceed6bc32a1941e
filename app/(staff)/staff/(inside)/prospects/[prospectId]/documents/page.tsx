import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DocumentPanel } from "@/components/documents/document-panel";
import { ProspectShell } from "@/components/prospects/prospect-shell";
import { termValues } from "@/lib/features/clients/copy";
import { editDocumentAction, removeDocumentAction, restoreDocumentAction } from "@/lib/features/documents/actions";
import { documentItems } from "@/lib/features/documents/copy";
import { listDocuments } from "@/lib/features/documents/queries";
import { documentsSearch } from "@/lib/features/documents/schema";
import { findProspect } from "@/lib/features/prospects/record/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";

export const metadata: Metadata = { title: "Documents" };

const ACTIONS = { edit: editDocumentAction, remove: removeDocumentAction, restore: restoreDocumentAction };

export default async function ProspectDocumentsPage(props: PageProps<"/staff/prospects/[prospectId]/documents">) {
  const actor = await admit("documents.view");
  const prospect = await findProspect(actor, (await props.params).prospectId);
  if (!prospect) notFound();
  const bin = documentsSearch.parse(await props.searchParams).bin === "1" && actor.can("documents.edit");
  const { id, name } = prospect;
  const [list, terms, { timeZone: zone }] = await Promise.all([
    listDocuments(actor, { kind: "prospect", id }, { bin }),
    findSetting("terminology"),
    findSetting("organization"),
  ]);
  const items = documentItems(actor, list.rows, { zone, now: now() });
  const can = { edit: actor.can("prospects.edit"), convert: actor.can("prospects.convert") };
  return (
    <ProspectShell prospect={prospect} values={termValues(terms)} can={can}>
      <DocumentPanel
        subject={{ kind: "prospect", id, name, href: paths.staff.prospectDocuments(id) }}
        list={{ ...list, items, showsBin: bin }}
        people={[]}
        mayEdit={actor.can("documents.edit")}
        actions={ACTIONS}
      />
    </ProspectShell>
  );
}
