import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClientShell } from "@/components/clients/client-shell";
import { DocumentPanel } from "@/components/documents/document-panel";
import { findClient } from "@/lib/features/clients/record/queries";
import { editDocumentAction, removeDocumentAction, restoreDocumentAction } from "@/lib/features/documents/actions";
import { documentItems } from "@/lib/features/documents/copy";
import { listDocuments } from "@/lib/features/documents/queries";
import { documentsSearch } from "@/lib/features/documents/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";

export const metadata: Metadata = { title: "Documents" };

const ACTIONS = { edit: editDocumentAction, remove: removeDocumentAction, restore: restoreDocumentAction };

export default async function ClientDocumentsPage(props: PageProps<"/staff/clients/[clientId]/documents">) {
  const actor = await admit("documents.view");
  const { clientId } = await props.params;
  const bin = documentsSearch.parse(await props.searchParams).bin === "1" && actor.can("documents.edit");
  const client = await findClient(actor, clientId);
  if (!client) notFound();
  const { id, name, center, contacts: people } = client;
  const [list, terms] = await Promise.all([
    listDocuments(actor, { kind: "client", id }, { bin }),
    findSetting("terminology"),
  ]);
  const items = documentItems(actor, list.rows, { zone: center.timeZone, now: now() });
  const subject = { kind: "client", id, name, href: paths.staff.clientDocuments(id) } as const;
  const can = { edit: actor.can("clients.edit"), mail: actor.can("mailings.prepare") };
  return (
    <ClientShell client={client} terms={terms} can={can}>
      <DocumentPanel
        subject={subject}
        list={{ ...list, items, showsBin: bin }}
        people={people}
        mayEdit={actor.can("documents.edit")}
        actions={ACTIONS}
      />
    </ClientShell>
  );
}
