import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FilterSummary } from "@/components/filters/filter-summary";
import type { SavedFilterServerActions } from "@/components/filters/saved-filter-actions";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Selection } from "@/components/ui/selection";
import { UpdateMenu } from "@/components/updates/update-menu";
import { termValues } from "@/lib/features/clients/copy";
import type { ClientListing } from "@/lib/features/clients/lists/queries";
import type { ClientRow } from "@/lib/features/clients/queries";
import { filterText } from "@/lib/features/clients/rules";
import { selectionQuery } from "@/lib/features/clients/selection/rules";
import type { FileOffer } from "@/lib/features/exports/rules";
import { addressWith } from "@/lib/features/filters/lists/rules";
import type { Terminology } from "@/lib/features/settings/schema";
import { paths } from "@/lib/paths";
import type { ServerAction } from "@/lib/platform/action-state";
import { formatDate, formatDay } from "@/lib/values/format";
import { ClientBulkActions } from "./client-bulk-actions";
import { ClientListEmpty } from "./client-list-empty";
import { ClientListToolbar } from "./client-list-toolbar";
import { type ClientLine, ClientTable } from "./client-table";

type ClientListView = ClientListing & { sentence: string | null; terms: Terminology; zone: string };

type ClientListProps = {
  view: ClientListView;
  can: { edit: boolean; mail: boolean; file: FileOffer };
  saving: SavedFilterServerActions | null;
  startMailing: ServerAction<unknown>;
  /** The editor of the filter, while it is open. */
  editor: ReactNode;
};

/** Clients as a list: search, filter in words, rows, and what can be done with many at once. */
export function ClientList({ view, can, saving, startMailing, editor }: ClientListProps) {
  const t = useTranslations("clients");
  const words = useTranslations("updates");
  const { state, page, total, savedFilters, terms } = view;
  const values = termValues(terms);
  const filter = filterText(state.filter);
  const kept = { filter, saved: state.saved?.id, sort: state.sort === "name" ? undefined : state.sort };
  const shown = { ...kept, q: state.q, direction: state.direction === "asc" ? undefined : state.direction };
  const address = (changes: Record<string, string | undefined>) => addressWith(paths.staff.clients, shown, changes);
  const isFiltered = filter !== undefined || state.q !== undefined || state.unreadable;
  const sortLink = (sort: "name" | "number") => {
    const direction = state.sort === sort ? state.direction : null;
    return { direction, href: address({ sort, direction: direction === "asc" ? "desc" : undefined }) };
  };
  const listed = { filter, q: state.q };
  const mailing = selectionQuery({ all: true, ids: [], except: [], ...listed });
  const count = total.more ? t("countMore", { count: total.count }) : t("countOne", { count: total.count });
  return (
    <>
      <PageHeader
        title={state.open ? t("openClients", values) : t("caption", values)}
        facts={[count]}
        actions={
          <>
            {can.mail && total.count > 0 && (
              <LinkButton href={`${paths.staff.mailings}/new?${mailing}`}>{t("email")}</LinkButton>
            )}
            {total.count > 0 && (
              <UpdateMenu noun="clients" address={listed} values={values} updates={can.edit} file={can.file} />
            )}
            {can.edit && (
              <LinkButton variant="primary" href={paths.staff.newClient} icon={<Plus aria-hidden />}>
                {t("new", values)}
              </LinkButton>
            )}
          </>
        }
      />
      <ClientListToolbar
        q={state.q}
        kept={kept}
        savedFilters={savedFilters}
        terms={terms}
        hrefs={{
          newFilter: addressWith(paths.staff.clients, { q: state.q }, { edit: "filter" }),
          editFilter: filter ? address({ edit: "filter" }) : null,
          newest: address({ sort: "newest", direction: "desc" }),
        }}
      />
      {view.savedGone && <Banner tone="warning">{t("savedGone")}</Banner>}
      {state.unreadable && <Banner tone="danger">{t("unreadableFilter")}</Banner>}
      <FilterSummary
        sentence={view.sentence}
        saved={state.saved && { ...state.saved, edited: state.edited }}
        clearHref={paths.staff.clients}
        list={{ path: paths.staff.clients, name: "clients" }}
        query={{ filter: filter ?? "", q: state.q, sort: state.sort }}
        actions={saving}
      />
      {editor}
      <Selection key={`${filter}|${state.q}`} pageIds={page.rows.map((row) => row.id)} total={total.count}>
        <Card padded={false}>
          {page.rows.length === 0 ? (
            <ClientListEmpty filtered={isFiltered} mayAdd={can.edit} terms={terms} />
          ) : (
            <ClientTable
              rows={page.rows.map((row) => lineOf(row, view.zone))}
              terms={terms}
              sort={{ name: sortLink("name"), number: sortLink("number") }}
              selectable={can.edit}
            />
          )}
          <Pager
            previousHref={page.previous && address({ page: page.previous })}
            nextHref={page.next && address({ page: page.next })}
          />
        </Card>
        {can.edit && (
          <ClientBulkActions
            listed={listed}
            updateLabel={words("title.clients", values)}
            startMailing={can.mail ? startMailing : null}
          />
        )}
      </Selection>
    </>
  );
}

function lineOf({ lastSessionAt, agreementOn, ...row }: ClientRow, zone: string): ClientLine {
  return {
    ...row,
    lastSession: lastSessionAt && formatDay(lastSessionAt, { locale: "en", zone }),
    agreement: agreementOn && formatDate(agreementOn, "en"),
  };
}
