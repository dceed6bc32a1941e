import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FilterSummary } from "@/components/filters/filter-summary";
import type { SavedFilterServerActions } from "@/components/filters/saved-filter-actions";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pager } from "@/components/ui/pager";
import { addressWith } from "@/lib/features/filters/lists/rules";
import type { ProspectListing } from "@/lib/features/prospects/lists/queries";
import { choiceText } from "@/lib/features/prospects/lists/rules";
import { choiceParameters, isNarrowed } from "@/lib/features/prospects/rules";
import type { ProspectSearch } from "@/lib/features/prospects/schema";
import { paths } from "@/lib/paths";
import type { LocalDate } from "@/lib/values/date";
import { choiceSentence } from "./choice-options";
import { ProspectHead, type ProspectMay } from "./prospect-head";
import { ProspectTable } from "./prospect-table";

type ProspectListProps = {
  listing: ProspectListing;
  day: { today: LocalDate; zone: string; values: Record<string, string> };
  may: ProspectMay;
  /** The conditions in words. */
  sentence: string | null;
  /** Null for who may not save filters. */
  saving: SavedFilterServerActions | null;
  /** The editor of the conditions, while it is open. */
  editor: ReactNode;
};

/** All prospects, apart from clients. */
export function ProspectList({ listing, sentence, day, may, saving, editor }: ProspectListProps) {
  const t = useTranslations("prospects");
  const words = useTranslations("prospects.filters");
  const { search, page, total, choices, saved, savedFilters } = listing;
  const path = paths.staff.prospects;
  const { values } = day;
  const kept = { ...choiceParameters(search), sort: search.sort };
  const narrowed = isNarrowed(search);
  return (
    <>
      <ProspectHead
        view={{ name: "list", path, savedFilters }}
        choice={search}
        choices={choices}
        total={t(total.more ? "countMore" : "count", { count: total.count, ...values })}
        values={values}
        may={may}
      />
      {listing.savedGone && <Banner tone="warning">{t("savedGone")}</Banner>}
      {listing.unreadable && <Banner tone="danger">{t("unreadableFilter")}</Banner>}
      <FilterSummary
        sentence={[choiceSentence(words, search, { choices, values }), sentence].filter(Boolean).join(", ") || null}
        saved={saved && { ...saved, edited: listing.edited }}
        clearHref={path}
        list={{ path, name: "prospects" }}
        query={{ filter: choiceText(search), q: search.q, sort: search.sort }}
        actions={saving}
      />
      {editor}
      <Card padded={false}>
        {page.rows.length > 0 ? (
          <ProspectTable rows={page.rows} day={day} sorts={sortsOf(search, kept)} />
        ) : narrowed ? (
          <EmptyState
            kind="filtered"
            title={t("empty.filteredTitle")}
            body={t("empty.filteredBody", values)}
            action={<LinkButton href={path}>{t("filters.clear")}</LinkButton>}
          />
        ) : (
          <EmptyState title={t("empty.title", values)} body={t("empty.body", values)} />
        )}
        <Pager
          previousHref={page.previous && addressWith(path, kept, { page: page.previous })}
          nextHref={page.next && addressWith(path, kept, { page: page.next })}
        />
      </Card>
    </>
  );
}

function sortsOf({ sort }: ProspectSearch, kept: Record<string, string | undefined>) {
  const href = (to: string | undefined) => addressWith(paths.staff.prospects, kept, { sort: to });
  return {
    name: { href: href("name"), direction: sort === "name" ? ("asc" as const) : null },
    createdAt: { href: href(undefined), direction: sort === "name" ? null : ("desc" as const) },
  };
}
