import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClientShell } from "@/components/clients/client-shell";
import { MessagesPanel } from "@/components/messages/messages-panel";
import { termValues } from "@/lib/features/clients/copy";
import { findClient } from "@/lib/features/clients/record/queries";
import { messageItem } from "@/lib/features/messages/copy";
import { listMessages } from "@/lib/features/messages/queries";
import { messageSearch } from "@/lib/features/messages/schema";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";

export const metadata: Metadata = { title: "Messages" };

export default async function ClientMessagesPage(props: PageProps<"/staff/clients/[clientId]/messages">) {
  const actor = await admit("messages.view");
  const client = await findClient(actor, (await props.params).clientId);
  if (!client) notFound();
  const subject = { kind: "client", id: client.id } as const;
  const { before } = messageSearch.parse(await props.searchParams);
  const [page, terms] = await Promise.all([listMessages(actor, subject, { before }), findSetting("terminology")]);
  const context = { now: now(), zone: client.center.timeZone, locale: "en" } as const;
  return (
    <ClientShell
      client={client}
      terms={terms}
      can={{ edit: actor.can("clients.edit"), mail: actor.can("mailings.prepare") }}
    >
      <MessagesPanel
        subject={subject}
        messages={page.rows.map((row) => messageItem(row, context))}
        older={page.next}
        mayPost={actor.can("messages.post")}
        values={termValues(terms)}
      />
    </ClientShell>
  );
}
