import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ClientShell } from "@/components/clients/client-shell";
import { AvailabilityEditor } from "@/components/scheduling/availability-editor";
import { ClientWaitsCard } from "@/components/scheduling/client-waits-card";
import { findClient } from "@/lib/features/clients/record/queries";
import {
  removeSpecialHoursAction,
  saveSpecialHoursAction,
  saveWeeklyHoursAction,
} from "@/lib/features/scheduling/availability/actions";
import { findWeeklyHours, listSpecialHours } from "@/lib/features/scheduling/availability/queries";
import { specialSearch } from "@/lib/features/scheduling/availability/schema";
import { findLineOf } from "@/lib/features/scheduling/waiting/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { type Query, withQuery } from "@/lib/values/query";

export const metadata: Metadata = { title: "Availability" };

const actions = { save: saveWeeklyHoursAction, saveSpecial: saveSpecialHoursAction, remove: removeSpecialHoursAction };

export default async function ClientAvailabilityPage({
  params,
  searchParams,
}: PageProps<"/staff/clients/[clientId]/availability">) {
  const actor = await admit("clients.view");
  const { clientId } = await params;
  const [client, usual, special, terms, line] = await Promise.all([
    findClient(actor, clientId),
    findWeeklyHours(actor, { clientId }),
    listSpecialHours(actor, { clientId }),
    findSetting("terminology"),
    findLineOf(actor, clientId),
  ]);
  if (!client || !usual) notFound();
  const search = specialSearch.parse(await searchParams);
  const hrefOf = (asked: Query) => withQuery(paths.staff.clientAvailability(clientId), asked);
  const can = { edit: actor.can("clients.edit"), mail: actor.can("mailings.prepare") };
  const may = actor.can("clients.edit-availability") ? actions : null;
  return (
    <ClientShell client={client} terms={terms} can={can}>
      <AvailabilityEditor owner={{ clientId }} hours={{ usual, special }} {...{ search, hrefOf, actions: may }}>
        {line && <ClientWaitsCard {...line} mayEdit={actor.can("sessions.keep-line")} />}
      </AvailabilityEditor>
    </ClientShell>
  );
}
