import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { ListToolbar } from "@/components/ui/list-toolbar";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { SearchField } from "@/components/ui/search-field";
import { Tabs } from "@/components/ui/tabs";
import type { EventSearch, EventView } from "@/lib/features/training/schema";
import { paths } from "@/lib/paths";
import { EventsTable } from "./events-table";

type EventsPanelProps = {
  search: EventSearch;
  events: { rows: EventView[]; previous: string | null; next: string | null };
  mayEdit: boolean;
};

function hrefOf({ when, q }: Pick<EventSearch, "when" | "q">, page?: string | null): string {
  const query = new URLSearchParams({ when, ...(q ? { q } : {}), ...(page ? { page } : {}) });
  return `${paths.staff.events}?${query}`;
}

/** The list of events: coming or past, searched by title. */
export function EventsPanel({ search, events, mayEdit }: EventsPanelProps) {
  const t = useTranslations("training.staff");
  const create = mayEdit && (
    <LinkButton href={paths.staff.newEvent} variant="primary" icon={<Plus aria-hidden />}>
      {t("new")}
    </LinkButton>
  );
  const tabs = (["upcoming", "past"] as const).map((when) => ({
    href: hrefOf({ when, q: search.q }),
    label: t(when),
  }));
  return (
    <>
      <PageHeader title={t("title")} actions={create} />
      <Tabs label={t("view")} items={tabs} current={hrefOf(search)} />
      <ListToolbar
        search={
          <form action={paths.staff.events} className="flex flex-1">
            <input type="hidden" name="when" value={search.when} />
            <SearchField name="q" label={t("search")} defaultValue={search.q} />
          </form>
        }
      />
      <Card padded={false}>
        {events.rows.length > 0 && <EventsTable events={events.rows} />}
        {events.rows.length === 0 && search.q && (
          <EmptyState
            kind="filtered"
            title={t("noMatch")}
            action={<LinkButton href={hrefOf({ when: search.when, q: "" })}>{t("clear")}</LinkButton>}
          />
        )}
        {events.rows.length === 0 && !search.q && (
          <EmptyState title={t("none")} body={t("noneBody")} action={create || undefined} />
        )}
        <Pager
          previousHref={events.previous && hrefOf(search, events.previous)}
          nextHref={events.next && hrefOf(search, events.next)}
        />
      </Card>
    </>
  );
}
