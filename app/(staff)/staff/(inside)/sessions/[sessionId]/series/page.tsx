import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SeriesForm } from "@/components/scheduling/series-form";
import { SessionFormShell } from "@/components/scheduling/session-form-shell";
import { termValues } from "@/lib/features/clients/copy";
import { changeSeriesAction } from "@/lib/features/scheduling/series/changing/actions";
import { draftOf } from "@/lib/features/scheduling/sessions/drafting/queries";
import { findSessionChoices } from "@/lib/features/scheduling/sessions/queries";
import { findSession } from "@/lib/features/scheduling/sessions/record/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Change a series" };

export default async function ChangeSeriesPage({ params }: PageProps<"/staff/sessions/[sessionId]/series">) {
  const actor = await admit("sessions.edit");
  const session = await findSession(actor, (await params).sessionId);
  if (!session?.mine || !session.ahead) notFound();
  const [choices, terms] = await Promise.all([findSessionChoices(actor), findSetting("terminology")]);
  return (
    <SessionFormShell values={termValues(terms)} back={paths.staff.session(session.id)} form="series">
      <SeriesForm
        draft={draftOf(session)}
        ahead={session.ahead}
        values={termValues(terms)}
        back={paths.staff.session(session.id)}
        action={changeSeriesAction}
        {...{ choices }}
      />
    </SessionFormShell>
  );
}
