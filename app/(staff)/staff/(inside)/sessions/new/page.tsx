import type { Metadata } from "next";
import { FormKeeping } from "@/components/drafts/form-keeping";
import { SessionForm } from "@/components/scheduling/session-form";
import { SessionFormShell } from "@/components/scheduling/session-form-shell";
import { termValues } from "@/lib/features/clients/copy";
import { findDraft } from "@/lib/features/drafts/queries";
import { draftKeys } from "@/lib/features/drafts/schema";
import { readsStaffNotes } from "@/lib/features/scheduling/scope";
import { recordSessionAction } from "@/lib/features/scheduling/sessions/actions";
import { findNewDraft } from "@/lib/features/scheduling/sessions/drafting/queries";
import { newSessionSearch } from "@/lib/features/scheduling/sessions/drafting/schema";
import { findSessionChoices } from "@/lib/features/scheduling/sessions/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { isoOf } from "@/lib/values/instant";

export const metadata: Metadata = { title: "Add session" };

export default async function NewSessionPage({ searchParams }: PageProps<"/staff/sessions/new">) {
  const actor = await admit("sessions.record");
  const search = newSessionSearch.parse(await searchParams);
  const [begin, choices, kept, terms] = await Promise.all([
    findNewDraft(actor, search),
    findSessionChoices(actor),
    findDraft(actor, draftKeys.newSession(search.client ?? "any")),
    findSetting("terminology"),
  ]);
  const [client] = begin.clients;
  const { startsAt, center } = search;
  const chosenFirst = startsAt && !client && actor.can("scheduling.report");
  const whoCould = chosenFirst ? paths.staff.coverage({ center, moment: isoOf(startsAt) }) : null;
  const back = client ? paths.staff.clientSessions(client.id) : paths.staff.clients;
  return (
    <SessionFormShell values={termValues(terms)} back={back} whoCould={whoCould}>
      <FormKeeping draft={kept}>
        <SessionForm
          draft={begin}
          values={termValues(terms)}
          staff={readsStaffNotes(actor)}
          action={recordSessionAction}
          {...{ choices, back }}
        />
      </FormKeeping>
    </SessionFormShell>
  );
}
