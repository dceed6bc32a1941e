import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { PageHeader } from "@/components/ui/page-header";
import { RecordLayout } from "@/components/ui/record-layout";
import { TextLink } from "@/components/ui/text-link";
import type { Candidate } from "@/lib/features/training/registrations/queries";
import type { RosterRow } from "@/lib/features/training/registrations/schema";
import { deadlineText, eventWhen } from "@/lib/features/training/rules";
import type { EventView } from "@/lib/features/training/schema";
import { paths } from "@/lib/paths";
import { AddPersonCard } from "./add-person-card";
import { EventActions } from "./event-actions";
import { EventStatusChip } from "./event-status-chip";
import { RosterTable } from "./roster-table";

type EventRecordProps = {
  event: EventView;
  roster: RosterRow[];
  /** What was searched for among contacts, and who was found. */
  search: { q: string; candidates: Candidate[] };
  may: { edit: boolean; register: boolean; print: boolean };
};

/** An event as staff work with it: its facts, its people, and what can be done. */
export function EventRecord({ event, roster, search, may }: EventRecordProps) {
  const t = useTranslations("training.staff");
  const of = (status: RosterRow["status"]) => roster.filter((row) => row.status === status);
  const zone = event.timeZone;
  const href = paths.staff.update("registrations", `all=true&event=${event.id}`);
  const further = may.register && roster.length > 0;
  const update = { id: "update", label: useTranslations("updates")("title.registrations"), href };
  return (
    <>
      <PageHeader
        title={event.title}
        status={<EventStatusChip status={event.status} />}
        facts={[eventWhen(event, "en"), event.centerName]}
        back={{ href: paths.staff.events, label: t("title") }}
        actions={may.edit && <EventActions event={event} further={further ? [update] : []} mayPrint={may.print} />}
      />
      <RecordLayout
        aside={
          <>
            <EventDetails event={event} />
            {may.register && event.status === "PUBLISHED" && <AddPersonCard eventId={event.id} {...search} />}
          </>
        }
      >
        {event.description && (
          <Card title={t("description")}>
            <p className="max-w-prose whitespace-pre-line">{event.description}</p>
          </Card>
        )}
        {may.register && (
          <>
            <RosterTable title={t("confirmed")} rows={of("CONFIRMED")} timeZone={zone} />
            <RosterTable title={t("waitingList")} rows={of("WAITING")} timeZone={zone} numbered />
            <RosterTable title={t("cancelledList")} rows={of("CANCELLED")} timeZone={zone} />
          </>
        )}
      </RecordLayout>
    </>
  );
}

function EventDetails({ event }: { event: EventView }) {
  const t = useTranslations("training");
  const { seatsTaken: taken, capacity, onlineUrl } = event;
  const seats = capacity === null ? t("staff.seatsUnlimited", { taken }) : t("staff.seatsOf", { taken, capacity });
  const online = onlineUrl && (
    <TextLink href={onlineUrl} external>
      {onlineUrl}
    </TextLink>
  );
  return (
    <Card title={t("staff.details")}>
      <DefinitionList
        stacked
        items={[
          { term: t("staff.seats"), value: seats },
          { term: t("staff.waiting"), value: event.waiting },
          { term: t("staff.location"), value: event.location },
          { term: t("staff.url"), value: online && <span className="break-all">{online}</span> },
          { term: t("deadline"), value: deadlineText(event, "en") },
          { term: t("staff.audience"), value: t(`audience.${event.audience}`) },
        ]}
      />
      {event.status !== "DRAFT" && (
        <p className="mt-3">
          <TextLink href={paths.portal.trainingEvent(event.id)}>{t("staff.portalPage")}</TextLink>
        </p>
      )}
    </Card>
  );
}
