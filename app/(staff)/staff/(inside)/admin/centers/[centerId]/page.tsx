import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CenterAgreementPanel } from "@/components/agreements/center-agreement-panel";
import { CenterForm } from "@/components/centers/center-form";
import { CenterShell } from "@/components/centers/center-shell";
import { HolidaysCard } from "@/components/centers/holidays-card";
import { OpeningHoursForm } from "@/components/centers/opening-hours-form";
import { listVersions } from "@/lib/features/agreements/versions/queries";
import { editCenterAction } from "@/lib/features/centers/actions";
import { findCenter } from "@/lib/features/centers/queries";
import { centerSearch } from "@/lib/features/centers/schema";
import { termValues } from "@/lib/features/clients/copy";
import { listHolidaysOf } from "@/lib/features/scheduling/holidays/queries";
import { saveOpeningHoursAction } from "@/lib/features/scheduling/opening-hours/actions";
import { findOpeningHours } from "@/lib/features/scheduling/opening-hours/queries";
import { findSetting } from "@/lib/features/settings/queries";
import { admit } from "@/lib/platform/access/admit";
import { listTimeZones } from "@/lib/values/time-zone";

export const metadata: Metadata = { title: "Center" };

export default async function CenterPage({ params, searchParams }: PageProps<"/staff/admin/centers/[centerId]">) {
  const actor = await admit("centers.edit");
  const { part, year, compare } = centerSearch.parse(await searchParams);
  const center = await findCenter(actor, (await params).centerId);
  if (!center) notFound();
  const { id: centerId, timeZone } = center;
  const [terms, hours, days, versions] = await Promise.all([
    findSetting("terminology"),
    part === "hours" ? findOpeningHours(actor, centerId) : null,
    part === "holidays" ? listHolidaysOf(actor, { centerId, timeZone, year }) : null,
    part === "agreement" ? listVersions(actor) : null,
  ]);
  const values = termValues(terms);
  const zones = { all: listTimeZones(), usual: timeZone };
  const own = { center, values };
  return (
    <CenterShell {...own} part={part}>
      {part === "details" && <CenterForm {...own} zones={zones} action={editCenterAction} />}
      {hours && <OpeningHoursForm centerId={centerId} hours={hours} values={values} action={saveOpeningHoursAction} />}
      {days && <HolidaysCard {...days} centerId={centerId} values={values} />}
      {versions && <CenterAgreementPanel {...own} versions={versions} compare={compare} />}
    </CenterShell>
  );
}
