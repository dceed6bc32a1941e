import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AvailabilityPanel } from "@/components/portal/availability-panel";
import { AvailabilityEditor } from "@/components/scheduling/availability-editor";
import { listPortalClients } from "@/lib/features/clients/portal/queries";
import { actsFor } from "@/lib/features/clients/portal/rules";
import { clientChoice } from "@/lib/features/clients/portal/schema";
import {
  removeOwnSpecialHoursAction,
  saveOwnHoursAction,
  saveOwnSpecialHoursAction,
} from "@/lib/features/scheduling/availability/portal/actions";
import { findWeeklyHours, listSpecialHours } from "@/lib/features/scheduling/availability/queries";
import { specialSearch } from "@/lib/features/scheduling/availability/schema";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { type Query, withQuery } from "@/lib/values/query";

const actions = {
  save: saveOwnHoursAction,
  saveSpecial: saveOwnSpecialHoursAction,
  remove: removeOwnSpecialHoursAction,
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("availability.title") };
}

export default async function AvailabilityPage({ searchParams }: PageProps<"/availability">) {
  const actor = await admit("portal.edit-availability");
  const asked = await searchParams;
  const { client: wanted } = clientChoice.parse(asked);
  const clients = (await listPortalClients(actor)).filter(({ relation }) => actsFor(relation));
  const current = (wanted ? clients.find(({ id }) => id === wanted) : clients[0]) ?? null;
  if (wanted && !current) notFound();
  const owner = { clientId: current?.id ?? "" };
  const [usual, special] = current
    ? await Promise.all([findWeeklyHours(actor, owner), listSpecialHours(actor, owner)])
    : [null, []];
  const form = { owner, search: specialSearch.parse(asked), actions };
  const hrefOf = (more: Query) => withQuery(paths.portal.availability, { client: owner.clientId, ...more });
  return (
    <AvailabilityPanel clients={clients} current={usual && current}>
      {usual && <AvailabilityEditor key={owner.clientId} hours={{ usual, special }} {...form} hrefOf={hrefOf} />}
    </AvailabilityPanel>
  );
}
