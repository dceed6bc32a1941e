import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClientShell } from "@/components/clients/client-shell";
import { WeeklyHoursCard } from "@/components/scheduling/weekly-hours-card";
import { WeeklyHoursForm } from "@/components/scheduling/weekly-hours-form";
import { findClient } from "@/lib/features/clients/record/queries";
import { saveWeeklyHoursAction } from "@/lib/features/scheduling/availability/actions";
import { findWeeklyHours } from "@/lib/features/scheduling/availability/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Availability" };

export default async function ClientAvailabilityPage({ params }: PageProps<"/staff/clients/[clientId]/availability">) {
  const actor = await admit("clients.view");
  const { clientId } = await params;
  const [client, hours, terms] = await Promise.all([
    findClient(actor, clientId),
    findWeeklyHours(actor, { clientId }),
    findSetting("terminology"),
  ]);
  if (!client || !hours) notFound();
  const can = { edit: actor.can("clients.edit"), mail: actor.can("mailings.prepare") };
  return (
    <ClientShell client={client} terms={terms} can={can}>
      {actor.can("clients.edit-availability") ? (
        <WeeklyHoursForm clientId={clientId} hours={hours} locale="en" action={saveWeeklyHoursAction} />
      ) : (
        <WeeklyHoursCard hours={hours} locale="en" />
      )}
    </ClientShell>
  );
}
