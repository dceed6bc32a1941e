import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FormKeeping } from "@/components/drafts/form-keeping";
import { EventForm } from "@/components/training/event-form";
import { PageHeader } from "@/components/ui/page-header";
import { findDraft } from "@/lib/features/drafts/queries";
import { draftKeys } from "@/lib/features/drafts/schema";
import { listEventCenters } from "@/lib/features/training/queries";
import { newDraft } from "@/lib/features/training/rules";
import { paths } from "@/lib/paths";
import { admit } from "@/lib/platform/access/admit";
import { now } from "@/lib/platform/clock";
import { dayIn } from "@/lib/values/wall-clock";

export const metadata: Metadata = { title: "New training event" };

export default async function NewEventPage() {
  const actor = await admit("events.add");
  const [centers, kept, t] = await Promise.all([
    listEventCenters(),
    findDraft(actor, draftKeys.newEvent),
    getTranslations("training.staff"),
  ]);
  const [first] = centers;
  const draft = newDraft({ centerId: first?.id ?? "", today: dayIn(first?.timeZone ?? "UTC", now()) });
  return (
    <>
      <PageHeader title={t("newTitle")} back={{ href: paths.staff.events, label: t("title") }} />
      <FormKeeping draft={kept}>
        <EventForm draft={draft} centers={centers} />
      </FormKeeping>
    </>
  );
}
