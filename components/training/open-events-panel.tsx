import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Section } from "@/components/ui/section";
import type { RegistrationView } from "@/lib/features/training/registrations/schema";
import type { EventView } from "@/lib/features/training/schema";
import { paths } from "@/lib/paths";
import { OpenEventsList } from "./open-events-list";
import { OwnPlacesList } from "./own-places-list";

type OpenEventsPanelProps = {
  events: { rows: EventView[]; previous: string | null; next: string | null };
  /** Null for people who are not signed in to the portal. */
  places: RegistrationView[] | null;
};

const pageHref = (cursor: string | null) => cursor && `${paths.portal.trainingEvents}?page=${cursor}`;

/** The list of events with, for clients, their own places above it. */
export function OpenEventsPanel({ events, places }: OpenEventsPanelProps) {
  const t = useTranslations("training");
  return (
    <>
      <PageHeader title={t("title")} description={t("intro")} />
      {places && places.length > 0 && (
        <Section title={t("mine")}>
          <OwnPlacesList registrations={places} />
        </Section>
      )}
      <Section title={t("upcoming")}>
        {events.rows.length === 0 ? (
          <EmptyState title={t("none")} body={t("noneBody")} />
        ) : (
          <OpenEventsList events={events.rows} />
        )}
        <Pager previousHref={pageHref(events.previous)} nextHref={pageHref(events.next)} />
      </Section>
    </>
  );
}
