import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClientShell } from "@/components/clients/client-shell";
import { FieldHistoryCard } from "@/components/history/field-history-card";
import { findClient } from "@/lib/features/clients/record/queries";
import { restoreClientValueAction } from "@/lib/features/clients/restoring/actions";
import { RESTORABLE } from "@/lib/features/clients/restoring/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { changeRows } from "@/lib/features/stream/changes/copy";
import { listChanges } from "@/lib/features/stream/changes/queries";
import { streamSearch } from "@/lib/features/stream/schema";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { pageWords } from "@/lib/platform/i18n/words";

export const metadata: Metadata = { title: "History" };

export default async function ClientHistoryPage(props: PageProps<"/staff/clients/[clientId]/history">) {
  const actor = await admit("clients.edit");
  const client = await findClient(actor, (await props.params).clientId);
  if (!client) notFound();
  const { before } = streamSearch.parse(await props.searchParams);
  const [changes, terms, words] = await Promise.all([
    listChanges(actor, { kind: "client", id: client.id, before }),
    findSetting("terminology"),
    pageWords(),
  ]);
  const context = { words, now: now(), zone: client.center.timeZone, locale: words.locale };
  const rows = changes.rows.flatMap((change) => changeRows(change, context));
  const can = { edit: actor.can("clients.edit"), mail: actor.can("mailings.prepare") };
  return (
    <ClientShell client={client} terms={terms} can={can}>
      <FieldHistoryCard
        record={{ idField: "clientId", id: client.id, version: client.version, name: client.name }}
        rows={rows}
        older={changes.next}
        restore={{ action: restoreClientValueAction, fields: RESTORABLE }}
      />
    </ClientShell>
  );
}
