import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClientShell } from "@/components/clients/client-shell";
import { FormKeeping } from "@/components/drafts/form-keeping";
import { SessionForm } from "@/components/scheduling/session-form";
import { termValues } from "@/lib/features/clients/copy";
import { findDefaults } from "@/lib/features/clients/defaults/queries";
import { sessionBeginning } from "@/lib/features/clients/defaults/rules";
import { findClient } from "@/lib/features/clients/record/queries";
import { findDraft } from "@/lib/features/drafts/queries";
import { draftKeys } from "@/lib/features/drafts/schema";
import { recordSessionAction } from "@/lib/features/scheduling/sessions/actions";
import { findSessionChoices } from "@/lib/features/scheduling/sessions/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { dayIn } from "@/lib/values/date";

export const metadata: Metadata = { title: "Record session" };

export default async function RecordSessionPage({ params }: PageProps<"/staff/clients/[clientId]/sessions/new">) {
  const actor = await admit("sessions.record");
  const client = await findClient(actor, (await params).clientId);
  if (!client) notFound();
  const [choices, defaults, draft, terms] = await Promise.all([
    findSessionChoices(actor),
    findDefaults(actor, client.id),
    findDraft(actor, draftKeys.newSession(client.id)),
    findSetting("terminology"),
  ]);
  const { timeZone } = client.center;
  const { id, practitionerId } = client;
  const can = { edit: actor.can("clients.edit"), mail: actor.can("mailings.prepare") };
  return (
    <ClientShell client={client} terms={terms} can={can}>
      <FormKeeping draft={draft}>
        <SessionForm
          client={{ id, practitionerId, timeZone, isPreClient: client.kind === "PRE_CLIENT" }}
          choices={choices}
          begin={sessionBeginning(defaults)}
          values={termValues(terms)}
          today={dayIn(timeZone, now())}
          action={recordSessionAction}
        />
      </FormKeeping>
    </ClientShell>
  );
}
