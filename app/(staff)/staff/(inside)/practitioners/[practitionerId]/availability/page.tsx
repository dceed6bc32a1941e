import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PractitionerAvailability } from "@/components/practitioners/practitioner-availability";
import { findPractitioner } from "@/lib/features/practitioners/queries";
import { findWeeklyHours, listSpecialHours } from "@/lib/features/scheduling/availability/queries";
import { specialSearch } from "@/lib/features/scheduling/availability/schema";
import { listTimeOff } from "@/lib/features/scheduling/time-off/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Availability" };

export default async function PractitionerAvailabilityPage({
  params,
  searchParams,
}: PageProps<"/staff/practitioners/[practitionerId]/availability">) {
  const actor = await admit("practitioners.view");
  const { practitionerId } = await params;
  const [practitioner, usual, special, timeOff] = await Promise.all([
    findPractitioner(actor, practitionerId),
    findWeeklyHours(actor, { practitionerId }),
    listSpecialHours(actor, { practitionerId }),
    listTimeOff(actor, practitionerId),
  ]);
  if (!practitioner || !usual) notFound();
  return (
    <PractitionerAvailability
      practitioner={practitioner}
      hours={{ usual, special }}
      timeOff={timeOff}
      search={specialSearch.parse(await searchParams)}
      mayEdit={actor.can("practitioners.edit")}
    />
  );
}
