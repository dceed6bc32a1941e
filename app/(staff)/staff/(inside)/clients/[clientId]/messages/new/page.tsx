import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClientShell } from "@/components/clients/client-shell";
import { FormKeeping } from "@/components/drafts/form-keeping";
import { MessageForm } from "@/components/messages/message-form";
import { termValues } from "@/lib/features/clients/copy";
import { findClient } from "@/lib/features/clients/record/queries";
import { findDraft } from "@/lib/features/drafts/queries";
import { draftKeys } from "@/lib/features/drafts/schema";
import { postMessageAction } from "@/lib/features/messages/actions";
import { findMessageChoices } from "@/lib/features/messages/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { newId } from "@/lib/values/id";

export const metadata: Metadata = { title: "New message" };

export default async function NewClientMessagePage({ params }: PageProps<"/staff/clients/[clientId]/messages/new">) {
  const actor = await admit("messages.post");
  const client = await findClient(actor, (await params).clientId);
  if (!client) notFound();
  const subject = { kind: "client", id: client.id } as const;
  const [draft, choices, terms] = await Promise.all([
    findDraft(actor, draftKeys.message(subject)),
    findMessageChoices(actor),
    findSetting("terminology"),
  ]);
  return (
    <ClientShell client={client} terms={terms} can={{ edit: true, mail: actor.can("mailings.prepare") }}>
      <FormKeeping draft={draft}>
        <MessageForm
          subject={subject}
          choices={choices}
          idempotencyKey={newId()}
          self={actor.accountId}
          values={termValues(terms)}
          action={postMessageAction}
        />
      </FormKeeping>
    </ClientShell>
  );
}
