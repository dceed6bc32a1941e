import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FormKeeping } from "@/components/drafts/form-keeping";
import { SessionForm } from "@/components/scheduling/session-form";
import { SessionFormShell } from "@/components/scheduling/session-form-shell";
import { termValues } from "@/lib/features/clients/copy";
import { findDraft } from "@/lib/features/drafts/queries";
import { draftKeys } from "@/lib/features/drafts/schema";
import { readsStaffNotes } from "@/lib/features/scheduling/scope";
import { editSessionAction } from "@/lib/features/scheduling/sessions/actions";
import { draftOf } from "@/lib/features/scheduling/sessions/drafting/queries";
import { findSessionChoices } from "@/lib/features/scheduling/sessions/queries";
import { findSession } from "@/lib/features/scheduling/sessions/record/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Edit session" };

export default async function EditSessionPage({ params }: PageProps<"/staff/sessions/[sessionId]/edit">) {
  const actor = await admit("sessions.edit");
  const session = await findSession(actor, (await params).sessionId);
  if (!session?.mine) notFound();
  const [choices, draft, terms] = await Promise.all([
    findSessionChoices(actor),
    findDraft(actor, draftKeys.editSession(session.id)),
    findSetting("terminology"),
  ]);
  const back = paths.staff.session(session.id);
  return (
    <SessionFormShell values={termValues(terms)} back={back} form="edit">
      <FormKeeping draft={draft}>
        <SessionForm
          draft={draftOf(session)}
          values={termValues(terms)}
          staff={readsStaffNotes(actor)}
          action={editSessionAction}
          {...{ choices, back }}
        />
      </FormKeeping>
    </SessionFormShell>
  );
}
