import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PractitionerAvailability } from "@/components/practitioners/practitioner-availability";
import { findPractitioner } from "@/lib/features/practitioners/queries";
import { findWeeklyHours, listSpecialHours } from "@/lib/features/scheduling/availability/queries";
import { specialSearch } from "@/lib/features/scheduling/availability/schema";
import { countToCover } from "@/lib/features/scheduling/cover/queries";
import { listTimeOff } from "@/lib/features/scheduling/time-off/queries";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Availability" };

export default async function PractitionerAvailabilityPage({
  params,
  searchParams,
}: PageProps<"/staff/practitioners/[practitionerId]/availability">) {
  const actor = await admit("practitioners.view");
  const { practitionerId } = await params;
  const mayCover = actor.can("scheduling.pair");
  const [practitioner, usual, special, timeOff, toCover] = await Promise.all([
    findPractitioner(actor, practitionerId),
    findWeeklyHours(actor, { practitionerId }),
    listSpecialHours(actor, { practitionerId }),
    listTimeOff(actor, practitionerId),
    mayCover ? countToCover(actor, practitionerId) : 0,
  ]);
  if (!practitioner || !usual) notFound();
  return (
    <PractitionerAvailability
      practitioner={practitioner}
      hours={{ usual, special }}
      timeOff={{ planned: timeOff, toCover }}
      search={specialSearch.parse(await searchParams)}
      mayEdit={actor.can("practitioners.edit")}
    />
  );
}
