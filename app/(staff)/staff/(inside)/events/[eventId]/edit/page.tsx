import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EventForm } from "@/components/training/event-form";
import { PageHeader } from "@/components/ui/page-header";
import { findEvent, listEventCenters } from "@/lib/features/training/queries";
import { draftOf } from "@/lib/features/training/rules";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Edit training event" };

export default async function EditEventPage({ params }: PageProps<"/staff/events/[eventId]/edit">) {
  const actor = await admit("events.edit");
  const event = await findEvent(actor, (await params).eventId);
  if (!event) notFound();
  if (event.status === "CANCELLED") redirect(paths.staff.event(event.id));
  const [centers, t] = await Promise.all([listEventCenters(), getTranslations("training.staff")]);
  return (
    <>
      <PageHeader title={t("editTitle")} back={{ href: paths.staff.event(event.id), label: event.title }} />
      <EventForm draft={draftOf(event)} centers={centers} />
    </>
  );
}
