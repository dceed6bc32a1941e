import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FormKeeping } from "@/components/drafts/form-keeping";
import { EventForm } from "@/components/training/event-form";
import { PageHeader } from "@/components/ui/page-header";
import { findDraft } from "@/lib/features/drafts/queries";
import { draftKeys } from "@/lib/features/drafts/schema";
import { findEvent, listEventCenters } from "@/lib/features/training/queries";
import { draftOf, eventFormValues } from "@/lib/features/training/rules";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";

export const metadata: Metadata = { title: "Edit training event" };

export default async function EditEventPage({ params }: PageProps<"/staff/events/[eventId]/edit">) {
  const actor = await admit("events.edit");
  const event = await findEvent(actor, (await params).eventId);
  if (!event) notFound();
  if (event.status === "CANCELLED") redirect(paths.staff.event(event.id));
  const [centers, kept, t] = await Promise.all([
    listEventCenters(),
    findDraft(actor, draftKeys.editEvent(event.id)),
    getTranslations("training.staff"),
  ]);
  const draft = draftOf(event);
  return (
    <>
      <PageHeader title={t("editTitle")} back={{ href: paths.staff.event(event.id), label: event.title }} />
      <FormKeeping draft={kept} edits={{ version: event.version, values: eventFormValues(draft) }}>
        <EventForm draft={draft} centers={centers} />
      </FormKeeping>
    </>
  );
}
