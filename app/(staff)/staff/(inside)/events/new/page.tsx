import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EventForm } from "@/components/training/event-form";
import { PageHeader } from "@/components/ui/page-header";
import { listEventCenters } from "@/lib/features/training/queries";
import { newDraft } from "@/lib/features/training/rules";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { dayIn } from "@/lib/values/date";

export const metadata: Metadata = { title: "New training event" };

export default async function NewEventPage() {
  await admit("events.edit");
  const [centers, t] = await Promise.all([listEventCenters(), getTranslations("training.staff")]);
  const [first] = centers;
  const draft = newDraft({ centerId: first?.id ?? "", today: dayIn(first?.timeZone ?? "UTC", now()) });
  return (
    <>
      <PageHeader title={t("newTitle")} back={{ href: paths.staff.events, label: t("title") }} />
      <EventForm draft={draft} centers={centers} />
    </>
  );
}
