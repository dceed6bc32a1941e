import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FormKeeping } from "@/components/drafts/form-keeping";
import { MessageForm } from "@/components/messages/message-form";
import { ProspectShell } from "@/components/prospects/prospect-shell";
import { termValues } from "@/lib/features/clients/copy";
import { findDraft } from "@/lib/features/drafts/queries";
import { draftKeys } from "@/lib/features/drafts/schema";
import { postMessageAction } from "@/lib/features/messages/actions";
import { findMessageChoices } from "@/lib/features/messages/queries";
import { findProspect } from "@/lib/features/prospects/record/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { newId } from "@/lib/values/id";

export const metadata: Metadata = { title: "New message" };

export default async function NewProspectMessagePage({
  params,
}: PageProps<"/staff/prospects/[prospectId]/messages/new">) {
  const actor = await admit("messages.post");
  const prospect = await findProspect(actor, (await params).prospectId);
  if (!prospect) notFound();
  const subject = { kind: "prospect", id: prospect.id } as const;
  const [draft, choices, terms] = await Promise.all([
    findDraft(actor, draftKeys.message(subject)),
    findMessageChoices(actor),
    findSetting("terminology"),
  ]);
  const can = { edit: actor.can("prospects.edit"), convert: actor.can("prospects.convert") };
  const values = termValues(terms);
  return (
    <ProspectShell prospect={prospect} values={values} can={can}>
      <FormKeeping draft={draft}>
        <MessageForm
          subject={subject}
          choices={choices}
          idempotencyKey={newId()}
          self={actor.accountId}
          values={values}
          action={postMessageAction}
        />
      </FormKeeping>
    </ProspectShell>
  );
}
