import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AvailabilityPanel } from "@/components/portal/availability-panel";
import { WeeklyHoursForm } from "@/components/scheduling/weekly-hours-form";
import { listPortalClients } from "@/lib/features/clients/portal/queries";
import { actsFor } from "@/lib/features/clients/portal/rules";
import { clientChoice } from "@/lib/features/clients/portal/schema";
import { saveOwnHoursAction } from "@/lib/features/scheduling/availability/portal/actions";
import { findWeeklyHours } from "@/lib/features/scheduling/availability/queries";
import { admit } from "@/lib/platform/access/admit";
import { localeOf } from "@/lib/values/locale";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("portal"))("availability.title") };
}

export default async function AvailabilityPage({ searchParams }: PageProps<"/availability">) {
  const actor = await admit("portal.edit-availability");
  const { client: wanted } = clientChoice.parse(await searchParams);
  const clients = (await listPortalClients(actor)).filter(({ relation }) => actsFor(relation));
  const current = (wanted ? clients.find(({ id }) => id === wanted) : clients[0]) ?? null;
  if (wanted && !current) notFound();
  const hours = current && (await findWeeklyHours(actor, { clientId: current.id }));
  const locale = localeOf(actor.language);
  return (
    <AvailabilityPanel
      clients={clients}
      current={hours && current}
      form={
        current &&
        hours && (
          <WeeklyHoursForm
            key={current.id}
            owner={{ clientId: current.id }}
            hours={hours}
            locale={locale}
            action={saveOwnHoursAction}
          />
        )
      }
    />
  );
}
